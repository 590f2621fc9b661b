import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import type { Mask } from '../image/mask';
import { fullScaleOf, type Raster } from '../image/raster';
import type { Rect } from '../image/rect';
import { type Level, rowsFor } from './level';

const { min, sqrt } = Math;

/**
 * The part of the picture inside `area`, in 8 bits whatever its depth, with the hole left at 0. Light (32 bit) is taken
 * as the eye sees it: by its square root, with room for what is brighter than white.
 */
export function* guideOf(source: Raster, hole: Mask, area: Rect): Sliced<Level> {
  const width = area.right - area.left;
  const height = area.bottom - area.top;
  const level: Level = {
    width,
    height,
    channels: source.channels,
    guide: new Uint8Array(width * height * source.channels),
    hole: new Uint8Array(width * height),
  };
  yield* inPieces(height, rowsFor(200_000, width), (from, to) => fillRows(level, source, hole, area, from, to));
  return level;
}

function fillRows(level: Level, source: Raster, hole: Mask, area: Rect, from: number, to: number): void {
  const { width, channels, guide } = level;
  const { data } = source;
  const scale = 255 / fullScaleOf(data);
  const isLight = data instanceof Float32Array;
  for (let y = from; y < to; y++) {
    const start = (y + area.top) * source.width + area.left;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (hole.data[start + x] > 0) {
        level.hole[at] = 1;
        continue;
      }
      for (let c = 0; c < channels; c++) {
        const sample = data[(start + x) * channels + c];
        const value = (isLight ? seenLight(sample) : sample * scale) + 0.5;
        guide[at * channels + c] = value > 0 ? min(255, value) : 0;
      }
    }
  }
}

/** Up to white 224 steps, beyond it the rest. */
function seenLight(light: number): number {
  if (!(light > 0)) return 0;
  return light <= 1 ? 224 * sqrt(light) : 255 - 31 / sqrt(light);
}
