import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import type { Mask } from '../../image/mask';
import { fullScaleOf, type Raster } from '../../image/raster';
import type { Rect } from '../../image/rect';

const { floor, max, min } = Math;

/** A cut-out over what lies behind, in place, wherever the hole is not 0. Answers what lies behind. */
export function* layOver(behind: Raster, hole: Mask, cutOut: Raster, area: Rect): Sliced<Raster> {
  const rows = max(1, floor(150_000 / cutOut.width));
  yield* inPieces(cutOut.height, rows, (from, to) => layRows(behind, hole, cutOut, area, from, to));
  return behind;
}

function layRows(behind: Raster, hole: Mask, cutOut: Raster, area: Rect, from: number, to: number): void {
  const { width, height, channels, data } = behind;
  const colors = channels - 1 + (channels % 2);
  const full = fullScaleOf(data);
  const half = full > 1 ? 0.5 : 0;
  const start = max(0, -area.left);
  const end = min(cutOut.width, width - area.left);
  for (let y = max(from, -area.top); y < min(to, height - area.top); y++) {
    for (let x = start; x < end; x++) {
      const place = (y + area.top) * width + x + area.left;
      const own = (y * cutOut.width + x) * cutOut.channels;
      const alpha = cutOut.data[own + cutOut.channels - 1] / full;
      if (hole.data[place] === 0 || alpha === 0) continue;
      const at = place * channels;
      const under = colors < channels ? data[at + colors] / full : 1;
      const over = alpha + under * (1 - alpha);
      for (let k = 0; k < colors; k++) {
        const mixed = cutOut.data[own + k] * alpha + data[at + k] * under * (1 - alpha);
        data[at + k] = mixed / over + half;
      }
      if (colors < channels) data[at + colors] = over * full + half;
    }
  }
}
