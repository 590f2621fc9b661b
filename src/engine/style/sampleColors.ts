import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import type { Mask } from '../../image/mask';
import { fromLinear } from '../../image/matrixModel';
import { fullScaleOf, type Raster } from '../../image/raster';
import { opponentOf } from './opponent';

const { ceil, floor, max, min, sqrt } = Math;

/** So many places of a picture are looked at; more do not change what is learned. */
const places = 16_000;

/** Pixels on a side of a place, whose mean counts, so that grain does not pass for color. */
const largestPlace = 4;

/**
 * The colors of a picture in even spacing, as opponents, three values each; only where it is opaque by half, and where
 * the mask, if there is one, is not 0.
 */
export function* sampleColors(picture: Raster, mask: Mask | undefined): Sliced<Float32Array> {
  const { width, height, channels, space, data } = picture;
  const colors = channels - 1 + (channels % 2);
  const side = max(1, min(largestPlace, floor(min(width, height) / 64)));
  const stride = max(side, sqrt((width * height) / places));
  const across = ceil(width / stride);
  const down = ceil(height / stride);
  const found = new Float32Array(across * down * 3);
  const opponent = opponentOf(space);
  const color = new Float32Array(3);
  const full = fullScaleOf(data);
  let count = 0;
  yield* inPieces(down, max(1, floor(4000 / across)), (from, to) => {
    for (let row = from; row < to; row++) {
      const top = min(height - side, floor(row * stride));
      for (let column = 0; column < across; column++) {
        const left = min(width - side, floor(column * stride));
        const middle = (top + (side >> 1)) * width + left + (side >> 1);
        if (mask && mask.data[middle] === 0) continue;
        if (colors < channels && data[middle * channels + colors] < full / 2) continue;
        meanOf(color, picture, left, top, side, colors);
        opponent.see(found, count * 3, color, 0);
        count++;
      }
    }
  });
  return found.subarray(0, count * 3);
}

/** In shares of full scale; light is bent as screens want it. */
function meanOf(
  color: Float32Array,
  { width, channels, data }: Raster,
  left: number,
  top: number,
  side: number,
  colors: number,
): void {
  const share = 1 / (fullScaleOf(data) * side * side);
  const isLight = data instanceof Float32Array;
  for (let channel = 0; channel < colors; channel++) {
    let sum = 0;
    for (let y = top; y < top + side; y++) {
      for (let x = left; x < left + side; x++) sum += data[(y * width + x) * channels + channel];
    }
    const mean = sum * share;
    color[channel] = isLight ? fromLinear(mean) : mean;
  }
}
