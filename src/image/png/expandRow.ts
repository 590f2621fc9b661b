import { mustHold } from '../../base/unreadable';
import type { PngHeader } from './pngHeader';
import { samplesPerPixel } from './pngHeader';

/** Writes the pixels of an unfiltered row as samples, channels side by side, `count` pixels. */
export type ExpandRow = (samples: Uint8Array | Uint16Array, row: Uint8Array, count: number) => void;

export interface Expansion {
  readonly channels: 1 | 2 | 3 | 4;
  readonly depth: 8 | 16;
  readonly expand: ExpandRow;
}

/**
 * How the rows of a PNG become samples: a palette's colors are looked up, shallow grays spread over 8 bit, 16 bit counted up to
 * 32768, and a transparent color becomes an alpha channel. `palette`, `transparency`: what stands in those chunks.
 */
export function expansionOf(
  header: PngHeader,
  palette: Uint8Array | undefined,
  transparency: Uint8Array | undefined,
): Expansion {
  const { depth } = header;
  if (header.color === 'palette') return fromPalette(depth, palette, transparency);
  const count = samplesPerPixel(header);
  const clear = count % 2 === 1 && transparency?.length === count * 2 ? transparency : undefined;
  if (clear) return withClearColor(depth, count, clear);
  if (depth === 16) return { channels: channelsOf(count), depth: 16, expand: deep(count) };
  if (depth === 8) return { channels: channelsOf(count), depth: 8, expand: plain(count) };
  return { channels: 1, depth: 8, expand: shallow(depth) };
}

function channelsOf(count: number): 1 | 2 | 3 | 4 {
  if (count < 3) return count === 1 ? 1 : 2;
  return count === 3 ? 3 : 4;
}

function plain(perPixel: number): ExpandRow {
  return (samples, row, count) => {
    samples.set(row.subarray(0, count * perPixel));
  };
}

function deep(perPixel: number): ExpandRow {
  return (samples, row, count) => {
    const { length } = samples.subarray(0, count * perPixel);
    for (let i = 0, at = 0; i < length; i++, at += 2) samples[i] = toHost((row[at] << 8) | row[at + 1]);
  };
}

/** Full scale is 65535 in a file, 32768 in a raster. */
function toHost(value: number): number {
  return (value * 32768 + 32767) / 65535;
}

function shallow(depth: number): ExpandRow {
  const scale = 255 / ((1 << depth) - 1);
  return (samples, row, count) => {
    for (let i = 0; i < count; i++) samples[i] = valueAt(row, i, depth) * scale;
  };
}

/** The value number `i` of a row of less than 8 bit; the leftmost one is the highest of its byte. */
function valueAt(row: Uint8Array, i: number, depth: number): number {
  const bit = i * depth;
  return (row[bit >> 3] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

/** The color in `clear`, two bytes a channel, is transparent; every other one is opaque. */
function withClearColor(depth: number, perPixel: number, clear: Uint8Array): Expansion {
  const channels = perPixel === 1 ? 2 : 4;
  const sought = Array.from({ length: perPixel }, (_, i) => (clear[i * 2] << 8) | clear[i * 2 + 1]);
  const scale = 255 / ((1 << Math.min(8, depth)) - 1);
  const full = depth === 16 ? 32768 : 255;
  return {
    channels,
    depth: depth === 16 ? 16 : 8,
    expand(samples, row, count) {
      for (let pixel = 0, to = 0; pixel < count; pixel++) {
        let alike = 0;
        for (let i = 0, at = pixel * perPixel; i < perPixel; i++, at++) {
          const value = depth === 16 ? (row[at * 2] << 8) | row[at * 2 + 1] : valueAt(row, at, depth);
          if (value === sought[i]) alike++;
          samples[to++] = depth === 16 ? toHost(value) : value * scale;
        }
        samples[to++] = alike === perPixel ? 0 : full;
      }
    },
  };
}

function fromPalette(depth: number, palette: Uint8Array | undefined, alphas: Uint8Array | undefined): Expansion {
  const isPalette = palette !== undefined && palette.length > 0 && palette.length % 3 === 0 && palette.length <= 768;
  mustHold(isPalette, 'the palette of a PNG');
  // a place beyond the palette is black, as most readers have it
  const colors = new Uint8Array(256 * 4).fill(255);
  for (let i = 0; i < 256; i++) {
    for (let channel = 0; channel < 3; channel++) colors[i * 4 + channel] = palette[i * 3 + channel] ?? 0;
    colors[i * 4 + 3] = alphas?.[i] ?? 255;
  }
  const channels = alphas ? 4 : 3;
  return {
    channels,
    depth: 8,
    expand(samples, row, count) {
      for (let pixel = 0, to = 0; pixel < count; pixel++) {
        const from = (depth === 8 ? row[pixel] : valueAt(row, pixel, depth)) * 4;
        for (let channel = 0; channel < channels; channel++) samples[to++] = colors[from + channel];
      }
    },
  };
}
