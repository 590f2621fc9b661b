import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import type { Size } from '../rect';
import { narrow, smoothed, wide } from './bands';
import { type Floor, toneOf, tones } from './measureGrain';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, imul, max, min, sqrt } = Math;

/** How strong grain is to be for each step of brightness: deviations of the finest two bands. */
export interface Grain {
  readonly fine: Float64Array;
  readonly coarse: Float64Array;
}

/** What lacks less than this share of its deviation lacks nothing; weaker grain than this cannot be seen. */
const enough = 0.6;
const weakest = 0.35 / 255;
/** What is stronger than this is no grain but what the picture shows. */
const strongest = 6 / 255;

/** What has to be added to one floor for it to be as the other one; nothing where it is nearly so. */
export function missingGrain(wanted: Floor, is: Floor): Grain | undefined {
  const lacks = Array.from({ length: tones }, (_, tone) => {
    const [want, have] = [wanted, is].map(([fine, coarse]) => fine[tone] + coarse[tone]);
    if (!(want >= 0) || !(have >= 0)) return undefined;
    const deviation = sqrt(want);
    if (deviation < weakest || deviation > strongest || sqrt(have) > enough * deviation) return [0, 0] as const;
    return [0, 1].map((band) => sqrt(max(0, wanted[band][tone] - is[band][tone])));
  });
  if (!lacks.some((lack) => lack && lack[0] + lack[1] > 0)) return undefined;
  const nearest = (tone: number) =>
    lacks.reduce<number>((best, lack, i) => (lack && (best < 0 || abs(i - tone) < abs(best - tone)) ? i : best), -1);
  const filled = lacks.map((lack, tone) => lack ?? lacks[nearest(tone)] ?? [0, 0]);
  return { fine: Float64Array.from(filled, ([fine]) => fine), coarse: Float64Array.from(filled, (lack) => lack[1]) };
}

/** How strong one floor is against the other, by deviation, over all brightness at which both are seen: 1 where none are. */
export function grainShare(wanted: Floor, is: Floor): number {
  let [want, have] = [0, 0];
  for (let tone = 0; tone < tones; tone++) {
    const [wants, has] = [wanted, is].map(([fine, coarse]) => sqrt(fine[tone] + coarse[tone]));
    if (!(wants >= weakest) || !(has >= 0) || wants > strongest) continue;
    want += wants;
    have += min(wants, has);
  }
  return want === 0 ? 1 : have / want;
}

/** The deviation of white noise of deviation 1 in the finest two bands. */
const [fineOfWhite, coarseOfWhite] = [0.8, 0.29];

/**
 * Adds grain to a change of brightness, as strong as the brightness beneath asks for: `inside` where `mask` is not 0,
 * `outside` elsewhere. The same seed gives the same grain. (Norkin and Birkbeck, Film grain synthesis for AV1, 2018:
 * noise of a measured spectrum, scaled by brightness.)
 */
export function* addGrain(
  change: Float32Array,
  brightness: Float32Array,
  { width, height }: Size,
  mask: Uint8Array,
  inside: Grain | undefined,
  outside: Grain | undefined,
  seed: number,
): Sliced<void> {
  const noise = new Float32Array(change.length);
  const rows = rowsPerPiece(width, 6);
  yield* inPieces(height, rows, (from, to) => {
    for (let y = from; y < to; y++) fillNoise(noise, y * width, width, seed + y);
  });
  const first = yield* smoothed(noise, width, height, narrow);
  const second = yield* smoothed(first, width, height, wide);
  const [within, around] = [tableOf(inside), tableOf(outside)];
  yield* inPieces(height, rows, (from, to) => {
    for (let i = from * width; i < to * width; i++) {
      const table = mask[i] === 0 ? around : within;
      const entry = 2 * ((toneOf(brightness[i]) * perTone) | 0);
      change[i] += table[entry] * (noise[i] - first[i]) + table[entry + 1] * (first[i] - second[i]);
    }
  });
}

/** About Gaussian, of deviation 1: four bytes of a random number, added up. */
function fillNoise(to: Float32Array, start: number, count: number, seed: number): void {
  let state = imul(seed + 1, 0x9e3779b1) >>> 0;
  for (let i = start; i < start + count; i++) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    mixed ^= mixed >>> 14;
    const sum = (mixed & 255) + ((mixed >>> 8) & 255) + ((mixed >>> 16) & 255) + (mixed >>> 24);
    to[i] = (sum - 510) / 147.8;
  }
}

/** Entries of a table to a step of brightness. */
const perTone = 16;

/** Both strengths along the brightness, without steps, in units of white noise. */
function tableOf(grain: Grain | undefined): Float32Array {
  const table = new Float32Array(tones * perTone * 2);
  if (!grain) return table;
  for (let entry = 0; entry < tones * perTone; entry++) {
    const on = min(tones - 1, max(0, (entry + 0.5) / perTone - 0.5));
    const low = min(tones - 2, on | 0);
    const part = on - low;
    table[2 * entry] = (grain.fine[low] + (grain.fine[low + 1] - grain.fine[low]) * part) / fineOfWhite;
    table[2 * entry + 1] = (grain.coarse[low] + (grain.coarse[low + 1] - grain.coarse[low]) * part) / coarseOfWhite;
  }
  return table;
}
