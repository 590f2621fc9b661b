import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import { fullScaleOf, type Raster, type Samples, samplesLike } from '../raster';
import type { Rect, Size } from '../rect';
import { type Blocks, blocksOf } from './blocks';
import { type Field, fitField, knots } from './fitField';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { imul, max, min, sqrt } = Math;

/** How the colors of an answer become those that were sent: a field for red, green and blue. */
export type ColorMatch = readonly Field[];

/** Fewer blocks than this say nothing about a picture's colors. */
const fewestBlocks = 80;
/** Of full scale: what changes less than this, for most of the picture, is left alone. */
const leastChange = 0.45 / 255;

/**
 * Learns from what was to stay (`kept`: 1; absent: nobody knows, what differs for good counts nothing) how an answer was
 * tinted, in a tone curve and a field of low order for each channel. Nothing where it was not, or where too little is to
 * be seen. Both pictures RGB or RGBA in sRGB, of one size, one laid over the other.
 */
export function* learnMatch(sent: Raster, answer: Raster, kept?: Uint8Array): Sliced<ColorMatch | undefined> {
  const blocks = yield* blocksOf(sent, answer, kept);
  if (blocks.count < fewestBlocks || !isTint(blocks)) return undefined;
  const fields: Field[] = [];
  for (const channel of [0, 1, 2]) {
    const field = yield* fitField(blocks, channel);
    if (!field) return undefined;
    fields.push(field);
  }
  return isWorthIt(fields, blocks) ? fields : undefined;
}

/** A picture that is this far off on average is no tinted one but another. */
const strongestTint = 32 / 255;

function isTint({ count, sent, answer, weight }: Blocks): boolean {
  return [0, 1, 2].every((channel) => {
    let [sum, total] = [0, 0];
    for (let i = 0; i < count; i++) {
      sum += weight[i] * (sent[i * 3 + channel] - answer[i * 3 + channel]);
      total += weight[i];
    }
    return (sum < 0 ? -sum : sum) <= strongestTint * total;
  });
}

function isWorthIt(fields: ColorMatch, { count, answer, place, weight }: Blocks): boolean {
  return fields.some((field, channel) => {
    let [sum, total] = [0, 0];
    for (let i = 0; i < count; i++) {
      const value = answer[i * 3 + channel];
      sum += weight[i] * (matched(field, value, place[i * 2], place[i * 2 + 1]) - value) ** 2;
      total += weight[i];
    }
    return sqrt(sum / total) > leastChange;
  });
}

/** By how many levels of 8 bit a match changes colors, on average over grays and places. */
export function tintOf(match: ColorMatch): number {
  let sum = 0;
  for (const field of match) {
    for (const value of [0.2, 0.35, 0.5, 0.65, 0.8]) {
      for (const [x, y] of [[0, 0], ...corners]) {
        const by = matched(field, value, x, y) - value;
        sum += by < 0 ? -by : by;
      }
    }
  }
  return (sum / (match.length * 5 * (corners.length + 1))) * 255;
}

const corners = [
  [-0.6, -0.6],
  [0.6, -0.6],
  [-0.6, 0.6],
  [0.6, 0.6],
] as const;

/** One value, 0 to 1, at a place from -1 to 1. */
function matched(field: Field, value: number, x: number, y: number): number {
  const on = min(knots - 1.000001, max(0, value * (knots - 1)));
  const low = on | 0;
  const curve = field[low] + (field[low + 1] - field[low]) * (on - low);
  const [gx, gy, gxx, gxy, gyy, ox, oy] = field.subarray(knots);
  return curve + value * (gx * x + gy * y + gxx * x * x + gxy * x * y + gyy * y * y) + ox * x + oy * y;
}

/**
 * The same picture in matched colors. `area` is where it lies in the picture that was learned from, which measures
 * `whole`. Rounding is dithered, with the same noise every time; alpha is kept.
 */
export function* applyMatch(raster: Raster, match: ColorMatch, area: Rect, whole: Size): Sliced<Raster> {
  const { width, height, channels, data } = raster;
  const out = samplesLike(data, data.length);
  const full = fullScaleOf(data);
  const rows = rowsPerPiece(width * channels, 12);
  const across = (x: number) => ((area.left + ((x + 0.5) * (area.right - area.left)) / width) / whole.width) * 2 - 1;
  const [start, end] = [across(0), across(width)];
  for (let y = 0; y < height; y++) {
    const down = ((area.top + ((y + 0.5) * (area.bottom - area.top)) / height) / whole.height) * 2 - 1;
    for (let channel = 0; channel < 3; channel++) {
      matchRow(
        out,
        data,
        y * width,
        width,
        channels,
        channel,
        match[channel],
        full,
        start,
        (end - start) / width,
        down,
      );
    }
    if (channels === 4) for (let i = y * width; i < (y + 1) * width; i++) out[i * 4 + 3] = data[i * 4 + 3];
    if (y % rows === 0) yield y / height;
  }
  return { ...raster, data: out };
}

function matchRow(
  to: Samples,
  from: Samples,
  row: number,
  width: number,
  channels: number,
  channel: number,
  field: Field,
  full: number,
  start: number,
  step: number,
  y: number,
): void {
  const [gx, gy, gxx, gxy, gyy, ox, oy] = field.subarray(knots);
  // along a row the field is a parabola
  const [gain0, gain1, offset] = [gy * y + gyy * y * y, gx + gxy * y, oy * y];
  const scale = (knots - 1) / full;
  let noise = (imul(row + 1, 0x9e3779b1) ^ imul(channel + 1, 0x85ebca6b)) >>> 0;
  for (let i = 0, at = row * channels + channel, x = start; i < width; i++, at += channels, x += step) {
    const value = from[at] / full;
    const on = min(knots - 1.000001, from[at] * scale);
    const low = on | 0;
    const curve = field[low] + (field[low + 1] - field[low]) * (on - low);
    const wanted = (curve + value * (gain0 + (gain1 + gxx * x) * x) + offset + ox * x) * full;
    noise = (imul(noise, 1664525) + 1013904223) >>> 0;
    to[at] = min(full, max(0, wanted + noise / 0x100000000));
  }
}
