import { asPart, inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { fullScaleOf, type Raster } from './raster';

const { max, min } = Math;

/** In levels of 8 bit, the mean difference up to which two pictures agree, and from which on they do not. */
const alike = 2.5;
const apart = 8;

/** The mean is taken over a square of this many pixels to each side. */
const reach = 2;

/**
 * How far two RGB pictures of one size show the same at each pixel: 1 where all that lies between them is noise, 0 where
 * something was made anew, with a smooth way from one to the other. Alpha is left out.
 */
export function* agreementOf(one: Raster, other: Raster): Sliced<Float32Array> {
  const { width, height } = one;
  const differences = yield* asPart(differencesOf(one, other), 0, 0.3);
  yield* asPart(spreadAcross(differences, width, height), 0.3, 0.6);
  return yield* asPart(agreedDown(differences, width, height), 0.6, 1);
}

/** The largest of the three channels, in levels of 8 bit. */
function* differencesOf(one: Raster, other: Raster): Sliced<Float32Array> {
  const differences = new Float32Array(one.width * one.height);
  const [a, b] = [one.data, other.data];
  const [scaleA, scaleB] = [255 / fullScaleOf(a), 255 / fullScaleOf(b)];
  const [stepA, stepB] = [one.channels, other.channels];
  yield* inPieces(differences.length, rowsPerPiece(1, 6), (from, to) => {
    for (let i = from, atA = from * stepA, atB = from * stepB; i < to; i++, atA += stepA, atB += stepB) {
      let most = 0;
      for (let channel = 0; channel < 3; channel++) {
        const difference = a[atA + channel] * scaleA - b[atB + channel] * scaleB;
        most = max(most, difference < 0 ? -difference : difference);
      }
      differences[i] = most;
    }
  });
  return differences;
}

/** Sums along the rows, in place; beyond the edge the picture goes on as it ended. */
function* spreadAcross(values: Float32Array, width: number, height: number): Sliced<void> {
  const row = new Float32Array(width);
  yield* inPieces(height, rowsPerPiece(width, 3), (from, to) => {
    for (let y = from; y < to; y++) {
      row.set(values.subarray(y * width, (y + 1) * width));
      let sum = 0;
      for (let x = -reach; x <= reach; x++) sum += row[max(0, min(width - 1, x))];
      for (let x = 0; x < width; x++) {
        values[y * width + x] = sum;
        sum += row[min(width - 1, x + reach + 1)] - row[max(0, x - reach)];
      }
    }
  });
}

/** From the sums of the rows to what agrees. */
function* agreedDown(sums: Float32Array, width: number, height: number): Sliced<Float32Array> {
  const agreed = new Float32Array(width * height);
  const share = 1 / (2 * reach + 1) ** 2;
  yield* inPieces(height, rowsPerPiece(width, 8), (from, to) => {
    for (let y = from; y < to; y++) {
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let dy = -reach; dy <= reach; dy++) sum += sums[max(0, min(height - 1, y + dy)) * width + x];
        agreed[y * width + x] = eased((apart - sum * share) / (apart - alike));
      }
    }
  });
  return agreed;
}

function eased(share: number): number {
  const t = max(0, min(1, share));
  return t * t * (3 - 2 * t);
}
