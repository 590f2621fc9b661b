import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { growMask } from '../grow';
import type { Mask } from '../mask';
import { applyMatch, learnMatch } from '../matchColor/matchColor';
import { rowsPerPiece } from '../pieces';
import type { Raster } from '../raster';
import { type Rect, rectOf, type Size } from '../rect';
import { reduceByWhole } from '../reduce';
import { brightnessOf } from '../register/plane';
import { resizeMask } from '../resize';
import { bandsOf } from '../texture/bands';
import { fitSharpness } from '../texture/fitSharpness';
import { brightened } from '../texture/matchTexture';
import { sharpening } from '../texture/sharpen';
import { type Evidence, evidenceOf } from './evidence';
import { opponentsOf } from './opponents';
import { fillHoles, regionsIn } from './regions';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { ceil, floor, max, round, sqrt } = Math;

/** What an answer changed of what was sent. */
export type Change =
  | { readonly kind: 'nothing' }
  /** The picture as a whole: a grade, another light. */
  | { readonly kind: 'everything' }
  /** `region` is full scale where something changed, 8 bit, of the pictures' size; `share` of all of it. */
  | { readonly kind: 'region'; readonly region: Mask; readonly share: number };

/** Pixels that are looked at, about: larger pictures are reduced. */
const looked = 300_000;
/** A change of more than this share of the picture is one of the picture. */
const mostOfIt = 0.6;
/** Colors that are this far from what was sent everywhere (units of Lab) are what was asked for, whatever else changed. */
const surelyGraded = 17;
/** Colors that are at least this far where nothing else changed are the change. */
const graded = 1.2;
/** And where not more than this share did. */
const besides = 0.008;
/** A share of all pixels: what is smaller is chance. */
const leastRegion = 0.0005;
/** Pixels looked at: gaps as narrow as this are no gaps. */
const gap = 3;

/**
 * Finds what an instruction changed: tints of the whole picture are taken out first, then differences that the eye sees
 * are gathered. Both pictures RGB in sRGB, of one size, one laid over the other. `known`: the part that the answer shows.
 */
export function* findChange(sent: Raster, answer: Raster, known: Rect = rectOf(sent)): Sliced<Change> {
  const side = max(1, round(sqrt((sent.width * sent.height) / looked)));
  const before = yield* reduced(sent, side);
  const after = yield* reduced(answer, side);
  const far = yield* usualDistance(before, after);
  if (far > surelyGraded) return { kind: 'everything' };
  const match = yield* learnMatch(before, after);
  const matched = match ? yield* applyMatch(after, match, rectOf(after), after) : after;
  const evidence = yield* evidenceOf(before, yield* sharpened(before, matched), after);
  yield* forgetBeyond(evidence, known, side, sent);
  const changed = yield* regionsIn(evidence, max(12, leastRegion * evidence.data.length));
  const region = yield* closed(changed, evidence);
  const share = shareOf(region.data);
  if (share > mostOfIt || (share < besides && far > graded)) return { kind: 'everything' };
  if (share === 0) return { kind: 'nothing' };
  return { kind: 'region', region: yield* enlarged(region, side, sent), share };
}

/** Where the answer shows nothing, nothing changed. */
function* forgetBeyond(
  { width, height, data }: Evidence,
  { left, top, right, bottom }: Rect,
  side: number,
  whole: Size,
): Sliced<void> {
  const first = left > 0 ? ceil(left / side) + 1 : 0;
  const last = right < whole.width ? max(0, floor(right / side) - 1) : width;
  const highest = top > 0 ? ceil(top / side) + 1 : 0;
  const lowest = bottom < whole.height ? max(0, floor(bottom / side) - 1) : height;
  yield* inPieces(height, rowsPerPiece(width), (from, to) => {
    for (let y = from; y < to; y++) {
      const row = y * width;
      const isSeen = y >= highest && y < lowest;
      data.fill(0, row, row + (isSeen ? first : width));
      data.fill(0, row + last, row + width);
    }
  });
}

function* reduced(raster: Raster, side: number): Sliced<Raster> {
  if (side === 1) return raster;
  const { width, height, channels } = raster;
  const data = yield* reduceByWhole(raster, channels, side, side);
  return { ...raster, width: ceil(width / side), height: ceil(height / side), data };
}

/** How far colors are apart, in the middle case, over squares. */
function* usualDistance(before: Raster, after: Raster): Sliced<number> {
  const was = yield* opponentsOf(yield* reduced(before, wide));
  const is = yield* opponentsOf(yield* reduced(after, wide));
  const distances = was[0].map((value, i) =>
    sqrt((is[0][i] - value) ** 2 + (is[1][i] - was[1][i]) ** 2 + (is[2][i] - was[2][i]) ** 2),
  );
  distances.sort();
  return distances[distances.length >> 1] ?? 0;
}

/** Pixels looked at of a square's side. */
const wide = 12;

/** As sharp as what was sent, where it is soft: an edge that is softer is no change. */
function* sharpened(sent: Raster, answer: Raster): Sliced<Raster> {
  const bright = yield* brightnessOf(answer);
  const bands = yield* bandsOf(bright);
  const fitted = yield* fitSharpness(yield* bandsOf(yield* brightnessOf(sent)), bands, undefined);
  if (!fitted || fitted.gains.every((gain) => gain === 0)) return answer;
  return yield* brightened(answer, yield* sharpening(bright, bands, fitted.gains));
}

/** Gaps and holes are filled, and the sides are as they were. */
function* closed(changed: Uint8Array, { width, height }: Size): Sliced<Mask> {
  const grown = yield* growMask({ width, height, data: changed }, gap);
  const filled = grown.data.slice(0);
  yield* fillHoles(filled, width, height, leastRegion * filled.length);
  yield* invert(filled);
  const { data } = yield* growMask({ width, height, data: filled }, gap);
  yield* invert(data);
  return { width, height, data };
}

function* invert(data: Mask['data']): Sliced<void> {
  yield* inPieces(data.length, rowsPerPiece(1), (from, to) => {
    for (let i = from; i < to; i++) data[i] = data[i] > 0 ? 0 : 255;
  });
}

function shareOf(data: Mask['data']): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) if (data[i] > 0) sum++;
  return sum / data.length;
}

/** To full size, without soft sides. */
function* enlarged(region: Mask, side: number, { width, height }: Raster): Sliced<Mask> {
  if (side === 1) return region;
  const large = yield* resizeMask(region, { width: region.width * side, height: region.height * side });
  const data = new Uint8Array(width * height);
  yield* inPieces(height, rowsPerPiece(width, 2), (from, to) => {
    for (let y = from; y < to; y++) {
      for (let x = 0, at = y * width, of = y * large.width; x < width; x++, at++, of++) {
        data[at] = large.data[of] >= 128 ? 255 : 0;
      }
    }
  });
  return { width, height, data };
}
