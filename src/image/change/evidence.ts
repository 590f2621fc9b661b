import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import { fullScaleOf, type Raster } from '../raster';
import type { Size } from '../rect';
import { boxMean } from './boxMean';
import { type Opponents, opponentsOf } from './opponents';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, floor, max, sqrt } = Math;

/** Where two pictures differ to the eye: 1 is certain, 1/2 is enough beside what is certain. */
export interface Evidence extends Size {
  readonly data: Float32Array;
}

/** Widths at which differences are told, half of them; what is certain there, in units of Lab, and at least so many times what most differ. */
const scales = [
  { reach: 0, certain: 12, times: 7 },
  { reach: 1, certain: 6.5, times: 7 },
  { reach: 4, certain: 3.2, times: 8 },
] as const;
/** What a place may differ because an edge beside it lies a little elsewhere, or softer: a share of its steepness. */
const edgeShare = 0.35;
/** Colors count less than lightness: re-encoding stirs them more, and the eye sees them less sharply. */
const sides = 0.5;
/** A wide difference counts only where a narrow one is at least this share of it, so that it does not reach over edges. */
const own = 0.5;
/** Most of a picture that is never so much changed. */
const surelyKept = 0.3;

/**
 * Differences with their sign are averaged, so that noise and re-encoding cancel out and what changed does not. `came`:
 * `after` in its own colors: where it is as light as can be, it does not tell how light it was to be.
 */
export function* evidenceOf(before: Raster, after: Raster, came: Raster): Sliced<Evidence> {
  const { width, height } = before;
  const was = yield* opponentsOf(before);
  const steep = yield* steepnessOf(was[0], width, height);
  const differences = yield* differencesOf(was, yield* opponentsOf(after));
  const data = new Float32Array(width * height);
  let narrow: Float32Array | undefined;
  for (const { reach, certain, times } of scales) {
    const distance = yield* distanceAt(differences, width, height, reach, steep);
    const limit = max(certain, times * usual(distance));
    const beside = narrow;
    yield* inPieces(data.length, rowsPerPiece(1, 4), (from, to) => {
      for (let i = from; i < to; i++) {
        if (beside && reach > 1 && beside[i] < own * distance[i]) continue;
        data[i] = max(data[i], distance[i] / limit);
      }
    });
    if (reach === 1) narrow = distance;
  }
  yield* forgetCut(data, before, after, came);
  return { width, height, data };
}

/** Of full scale: what is cut, what may have been, and by how much the other colors may differ. */
const [cut, nearCut, alike] = [0.98, 0.9, 0.05];

/** Where a color was cut off in the answer, was nearly as light before, and the others are as they were. */
function* forgetCut(evidence: Float32Array, before: Raster, after: Raster, { data, channels }: Raster): Sliced<void> {
  const full = fullScaleOf(data);
  const [was, is] = [before.data, after.data];
  yield* inPieces(evidence.length, rowsPerPiece(1, 4), (from, to) => {
    for (let i = from, at = from * channels; i < to; i++, at += channels) {
      let [cuts, others] = [0, 0];
      for (let k = at; k < at + 3; k++) {
        if (data[k] >= cut * full && was[k] >= nearCut * full) cuts++;
        else if (abs(was[k] - is[k]) > alike * full) others++;
      }
      if (cuts > 0 && others === 0) evidence[i] = 0;
    }
  });
}

/** How much lightness changes to the neighbors, at most. */
function* steepnessOf(lightness: Float32Array, width: number, height: number): Sliced<Float32Array> {
  const steep = new Float32Array(lightness.length);
  yield* inPieces(height, rowsPerPiece(width, 5), (from, to) => {
    for (let y = from; y < to; y++) {
      const [up, down] = [y > 0 ? width : 0, y + 1 < height ? width : 0];
      for (let x = 0, i = y * width; x < width; x++, i++) {
        const value = lightness[i];
        steep[i] = max(
          max(abs(value - lightness[i - up]), abs(value - lightness[i + down])),
          max(abs(value - lightness[x > 0 ? i - 1 : i]), abs(value - lightness[x + 1 < width ? i + 1 : i])),
        );
      }
    }
  });
  return steep;
}

function* differencesOf(before: Opponents, after: Opponents): Sliced<Opponents> {
  for (let plane = 0; plane < 3; plane++) {
    const [was, is] = [before[plane], after[plane]];
    yield* inPieces(was.length, rowsPerPiece(1, 2), (from, to) => {
      for (let i = from; i < to; i++) is[i] -= was[i];
    });
  }
  return after;
}

function* distanceAt(
  differences: Opponents,
  width: number,
  height: number,
  reach: number,
  steep: Float32Array,
): Sliced<Float32Array> {
  const means: Float32Array[] = [];
  for (const plane of differences) means.push(reach === 0 ? plane : yield* boxMean(plane, width, height, reach));
  const [lightness, a, b] = means;
  const allowed = edgeShare / (1 + reach);
  const distance = new Float32Array(lightness.length);
  yield* inPieces(distance.length, rowsPerPiece(1, 5), (from, to) => {
    for (let i = from; i < to; i++) {
      const color = sides * sides * (a[i] * a[i] + b[i] * b[i]);
      distance[i] = max(0, sqrt(lightness[i] * lightness[i] + color) - allowed * steep[i]);
    }
  });
  return distance;
}

/** What differs of the part that is surely kept, told from some of it. */
function usual(distance: Float32Array): number {
  const step = max(1, floor(distance.length / 4000));
  const some = Float32Array.from({ length: floor(distance.length / step) }, (_, i) => distance[i * step]).sort();
  return some[floor(some.length * surelyKept)] ?? 0;
}
