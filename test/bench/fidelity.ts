import { join } from 'node:path';
import { composite } from '../../src/image/composite';
import { layerMask } from '../../src/image/layerMask';
import { rectOf } from '../../src/image/rect';
import { resizeMask, resizeRaster } from '../../src/image/resize';
import { root } from '../build/root';
import { runNow } from '../support/runNow';
import { type Distortion, distort } from './fidelity/distort';
import { distortions } from './fidelity/distortions';
import { fitted, plainly } from './fidelity/fitted';
import { cornerError, drift, overlap, seamRatio, sharpnessRatio } from './fidelity/measures';
import { colorShift, meanMatched } from './fidelity/rings';
import { type Scene, sceneOf } from './fidelity/scenes';
import { type Triple, writeSheet } from './fidelity/sheet';

const photos = (process.env['PHOTOS'] ?? 'dandelion sunset brushes lampbird pagoda astronaut').split(' ');

/** In pixels sent, ΔE2000, ratios, levels and milliseconds. */
interface Result {
  readonly error: number;
  readonly plain: number;
  readonly mean: number;
  readonly ours: number;
  readonly plainSeam: number;
  readonly meanSeam: number;
  readonly seam: number;
  readonly drift: number;
  readonly overlap: number;
  readonly came: number;
  readonly detail: number;
  readonly milliseconds: number;
  readonly findMilliseconds: number;
  readonly verdict: 'aligned' | 'reframed' | 'featureless';
  readonly isExact: boolean;
  readonly triple: Triple;
}

/** [median, worst] that are allowed over all that is not another framing; `overlap` at least. */
const limits = {
  error: [0.1, 0.3],
  ours: [0.5, 1],
  seam: [1.05, 1.15],
  drift: [0, 0],
  overlap: [0.9, 0.8],
  milliseconds: [400, 400],
  findMilliseconds: [400, 400],
} as const;

interface Measured {
  readonly scene: Scene;
  readonly distortion: Distortion;
  readonly result: Result;
}

/**
 * How near an answer that was shifted, zoomed, tinted and worse is brought to what was sent, beside plain pasting with a
 * feather and beside matching mean and deviation with a blend of 25 pixels.
 */
export async function benchFidelity(): Promise<void> {
  const scenes = photos.map(sceneOf);
  const all: Measured[] = [];
  head();
  for (const distortion of distortions) {
    const results: Measured[] = [];
    for (const [index, scene] of scenes.entries()) {
      results.push({ scene, distortion, result: await measure(scene, distortion, index + 1) });
    }
    all.push(...results);
    print(
      distortion,
      results.map(({ result }) => result),
    );
  }
  writeContacts(all);
  summarize(all);
  await large(scenes[0]);
}

async function measure(scene: Scene, distortion: Distortion, seed: number): Promise<Result> {
  const { source, modelMask, layerMask: onLayer, inpainted } = scene;
  const { answer, truth } = distort(inpainted, distortion, seed);
  const { image, part, registration, texture, milliseconds } = await fitted(source, modelMask, answer, 'subtle');
  const plain = plainly(source, answer);
  const mean = meanMatched(source, plain, modelMask);
  const found = distortion.isReframe ? undefined : await findIn(scene, distortion, seed);
  const blend = { grow: 0, feather: 25 };
  const wide = runNow(layerMask(scene.spot, rectOf(source), rectOf(source), blend));
  const triple = [plain, image].map((patch) => runNow(composite(source, patch, onLayer)));
  return {
    error: cornerError(part, truth, source.width / truth.width),
    plain: colorShift(source, plain, modelMask, plain),
    mean: colorShift(source, mean, modelMask, plain),
    ours: colorShift(source, image, modelMask, plain),
    plainSeam: seamRatio(source, plain, inpainted, onLayer),
    meanSeam: seamRatio(source, mean, inpainted, wide),
    seam: seamRatio(source, image, inpainted, onLayer),
    drift: drift(source, image, onLayer),
    overlap: found?.overlap ?? NaN,
    came: texture?.sharpness ?? NaN,
    detail: sharpnessRatio(source, image, modelMask),
    milliseconds,
    findMilliseconds: found?.milliseconds ?? NaN,
    verdict: registration.kind,
    isExact: image.data.every((value, i) => value === answer.data[i]),
    triple: [source, triple[0], triple[1]],
  };
}

/** An instruction without a mask: how much of what it changed is in the mask that is found. */
async function findIn({ source, instructed, spot }: Scene, distortion: Distortion, seed: number) {
  const { answer } = distort(instructed, distortion, seed);
  const { layerMask: found, milliseconds } = await fitted(source, undefined, answer, 'subtle');
  return { overlap: found ? overlap(found, spot) : 0, milliseconds };
}

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

const columns = [
  ['error', 3, 'off, px'],
  ['plain', 2, 'ΔE plain'],
  ['mean', 2, 'ΔE mean/std'],
  ['ours', 2, 'ΔE ours'],
  ['plainSeam', 2, 'seam plain'],
  ['meanSeam', 2, 'seam 25 px'],
  ['seam', 2, 'seam ours'],
  ['drift', 0, 'drift'],
  ['overlap', 2, 'mask IoU'],
  ['came', 2, 'detail came'],
  ['detail', 2, 'detail made'],
  ['milliseconds', 0, 'ms, masked'],
  ['findMilliseconds', 0, 'ms, found'],
] as const;

function head(): void {
  console.log(`${'median / worst'.padEnd(26)}${columns.map(([, , name]) => name.padStart(14)).join('')}`);
}

function print({ name, isReframe }: Distortion, results: readonly Result[]): void {
  const told = results.filter(({ verdict }) => verdict === 'reframed').length;
  const cells = columns.map(([key, digits]) => {
    const values = results.map((result) => result[key]);
    return `${quantile(values, 0.5).toFixed(digits)} / ${worstOf(key, values).toFixed(digits)}`.padStart(14);
  });
  const row = isReframe ? '' : cells.join('');
  console.log(`${name.padEnd(26)}${row}  ${String(told)} of ${String(results.length)} told as reframed`);
}

function worstOf(key: string, values: readonly number[]): number {
  return key === 'overlap' || key === 'detail' || key === 'came' ? Math.min(...values) : Math.max(...values);
}

function summarize(all: readonly Measured[]): void {
  const [kept, reframed] = [false, true].map((is) =>
    all.filter(({ distortion }) => (distortion.isReframe ?? false) === is),
  );
  const missed = reframed.filter(({ result }) => result.verdict !== 'reframed').length;
  const falsely = kept.filter(({ result }) => result.verdict === 'reframed').length;
  const exact = kept.filter(({ distortion, result }) => distortion.name === 'none' && !result.isExact).length;
  console.log(
    `Framings: ${String(missed)} of ${String(reframed.length)} missed, ${String(falsely)} of ${String(kept.length)} told falsely. Perfect answers changed: ${String(exact)}.`,
  );
  let isOver = missed > 0 || exact > 0 || falsely > kept.length / 100;
  for (const [name, [median, worst]] of Object.entries(limits)) {
    const key = name as keyof typeof limits;
    const values = kept.map(({ result }) => result[key]);
    const [is, most] = [quantile(values, 0.5), worstOf(key, values)];
    const isWithin = key === 'overlap' ? is >= median && most >= worst : is <= median && most <= worst;
    const verdict = isWithin ? 'within' : 'over';
    console.log(
      `${name}: ${is.toFixed(3)} / ${most.toFixed(3)} (limit ${String(median)} / ${String(worst)}): ${verdict}${isWithin ? '' : `, ${blamed(kept, key)}`}`,
    );
    isOver ||= !isWithin;
  }
  if (isOver) process.exitCode = 1;
}

/** The cases that are beyond the limit of the worst. */
function blamed(kept: readonly Measured[], key: keyof typeof limits): string {
  const [, worst] = limits[key];
  const over = kept.filter(({ result }) => (key === 'overlap' ? result[key] < worst : result[key] > worst));
  return `${String(over.length)} of ${String(kept.length)}: ${over
    .slice(0, 8)
    .map(({ scene, distortion, result }) => `${scene.photo} ${distortion.name} ${result[key].toFixed(2)}`)
    .join('; ')}`;
}

/** Twenty cases, of all that is not another framing, spread over photographs and distortions. */
function writeContacts(all: readonly Measured[]): void {
  const kept = all.filter(({ distortion }) => !distortion.isReframe);
  const chosen = Array.from({ length: 20 }, (_, i) => kept[(i * 6 + (i % 6)) % kept.length]);
  const path = join(root, 'out', 'fidelity.png');
  writeSheet(
    path,
    chosen.map(({ scene, result }) => ({ triple: result.triple, mask: scene.layerMask })),
  );
  console.log(`before, pasted and placed, at 400 % around the edge of the mask: out/fidelity.png`);
  for (const [i, { scene, distortion }] of chosen.entries()) {
    console.log(`  row ${String((i >> 2) + 1)}, ${String((i % 4) + 1)}: ${scene.photo}, ${distortion.name}`);
  }
}

/** The same at four megapixels, of which 1.6 s are allowed. */
async function large({ source, inpainted, instructed, modelMask }: Scene): Promise<void> {
  const size = { width: source.width * 2, height: source.height * 2 };
  const [sent, made, told] = [source, inpainted, instructed].map((picture) => runNow(resizeRaster(picture, size)));
  const mask = runNow(resizeMask(modelMask, size));
  const all = distortions.find(({ name }) => name === 'all of it') ?? distortions[0];
  for (const [name, picture, of] of [
    ['masked', made, mask],
    ['found', told, undefined],
  ] as const) {
    const { milliseconds } = await fitted(sent, of, distort(picture, all, 1).answer, 'subtle');
    console.log(`4 megapixels, ${name}: ${milliseconds.toFixed(0)} ms (limit 1600)`);
    if (milliseconds > 1600) process.exitCode = 1;
  }
}
