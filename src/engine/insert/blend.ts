import { asPart, inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import type { Mask } from '../../image/mask';
import { fullScaleOf, type Raster } from '../../image/raster';
import { type Rect, sizeOf } from '../../image/rect';
import { spanMembrane } from './membrane';

const { floor, max, min } = Math;

/**
 * Writes `laid`, which lies at `area` of the source, into the hole, with what it differs at the rim spread smoothly over
 * it: its own steps from pixel to pixel stay, and the rim does not show (Pérez, Gangnet, Blake: Poisson Image Editing,
 * SIGGRAPH 2003). Where the source is transparent there is no rim.
 */
export function* blend(source: Raster, hole: Mask, laid: Raster, area: Rect, result: Raster): Sliced<void> {
  const { width, height } = sizeOf(area);
  const inside = new Uint8Array(width * height);
  const value = new Float32Array(width * height * 3);
  const rows = max(1, floor(100_000 / width));
  yield* asPart(
    inPieces(height, rows, (from, to) => measureRim(value, inside, source, hole, laid, area, from, to)),
    0,
    0.1,
  );
  yield* asPart(spanMembrane(value, inside, width, height), 0.1, 0.85);
  yield* asPart(
    inPieces(height, rows, (from, to) => write(value, inside, laid, area, result, from, to)),
    0.85,
    1,
  );
}

function measureRim(
  value: Float32Array,
  inside: Uint8Array,
  source: Raster,
  hole: Mask,
  laid: Raster,
  { left, top }: Rect,
  from: number,
  to: number,
): void {
  const colors = colorsOf(source.channels);
  const hasAlpha = colors < source.channels;
  for (let y = from; y < to; y++) {
    for (let x = 0; x < laid.width; x++) {
      const at = y * laid.width + x;
      const place = (y + top) * source.width + x + left;
      if (hole.data[place] > 0) {
        inside[at] = 1;
        continue;
      }
      if (hasAlpha && source.data[place * source.channels + colors] === 0) continue;
      for (let k = 0; k < colors; k++) {
        value[at * 3 + k] = source.data[place * source.channels + k] - laid.data[at * laid.channels + k];
      }
    }
  }
}

function write(
  value: Float32Array,
  inside: Uint8Array,
  laid: Raster,
  { left, top }: Rect,
  result: Raster,
  from: number,
  to: number,
): void {
  const { channels, data } = result;
  const colors = colorsOf(channels);
  const full = fullScaleOf(data);
  const isWhole = full > 1;
  for (let y = from; y < to; y++) {
    for (let x = 0; x < laid.width; x++) {
      const at = y * laid.width + x;
      if (inside[at] === 0) continue;
      const place = ((y + top) * result.width + x + left) * channels;
      for (let k = 0; k < colors; k++) {
        const own = laid.data[at * laid.channels + k];
        const fitted = own + value[at * 3 + k];
        data[place + k] = isWhole ? max(0, min(full, fitted + 0.5)) : max(fitted, min(0, own));
      }
      if (colors < channels) data[place + colors] = full;
    }
  }
}

/** Without alpha. */
function colorsOf(channels: number): number {
  return channels - 1 + (channels % 2);
}
