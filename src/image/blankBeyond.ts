import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { fullScaleOf, type Raster, type Samples } from './raster';
import { intersect, type Rect, sizeOf, within } from './rect';

/** The picture that covers `frame`, a plain gray in all of it that lies beyond `inside`. Same coordinates for both. */
export function* blankBeyond(raster: Raster, inside: Rect, frame: Rect): Sliced<Raster> {
  const { channels } = raster;
  const data = raster.data.slice();
  const { left, top, right, bottom } = within(frame, intersect(inside, frame));
  const { width, height } = sizeOf(frame);
  const rows = rowsPerPiece(width * channels);
  for (let y = 0; y < height; y++) {
    const isBeside = y >= top && y < bottom;
    fillGray(data, channels, y * width, y * width + (isBeside ? left : width));
    if (isBeside) fillGray(data, channels, y * width + right, (y + 1) * width);
    if (y % rows === rows - 1) yield y / height;
  }
  return { ...raster, data };
}

function fillGray(data: Samples, channels: number, from: number, to: number): void {
  const full = fullScaleOf(data);
  // half of the scale is a gray in every space: in Lab, its sides are neutral there; in light, it is a fifth
  const gray = full === 1 ? 0.2 : (full + 1) >> 1;
  const alpha = channels % 2 === 0 ? channels - 1 : -1;
  for (let at = from * channels; at < to * channels; at++) data[at] = at % channels === alpha ? full : gray;
}
