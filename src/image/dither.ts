import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { fullScaleOf, type Raster, samplesLike } from './raster';

const { imul, max, min } = Math;

/**
 * Hides the steps of a picture that had 8 bits and has more now: noise of one such step, the same every time, less where
 * `spared` (0 to 1 for each pixel) is more. Alpha is kept.
 */
export function* ditherSteps(raster: Raster, spared: Float32Array | undefined): Sliced<Raster> {
  const { channels, data, width, height } = raster;
  const dithered = samplesLike(data, data.length);
  const full = fullScaleOf(data);
  const step = full / 255;
  const colors = channels - (1 - (channels % 2));
  yield* inPieces(width * height, rowsPerPiece(channels, 4), (from, to) => {
    for (let i = from; i < to; i++) {
      const strength = spared === undefined ? step : step * (1 - spared[i]);
      for (let color = 0; color < colors; color++) {
        const at = i * channels + color;
        dithered[at] = max(0, min(full, data[at] + noiseAt(at) * strength + 0.5));
      }
      if (colors < channels) dithered[i * channels + colors] = data[i * channels + colors];
    }
  });
  return { ...raster, data: dithered };
}

/** -0.5 to 0.5, without a pattern: the last mixing step of MurmurHash3 (Appleby). */
function noiseAt(at: number): number {
  let bits = imul(at + 1, 0x9e3779b1);
  bits = imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 0x100000000 - 0.5;
}
