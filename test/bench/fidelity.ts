import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { align } from '../../src/edit/align';
import type { Mask } from '../../src/image/mask';
import { applyMatch } from '../../src/image/matchColor/matchColor';
import { type Raster, sRGB } from '../../src/image/raster';
import { rectOf } from '../../src/image/rect';
import { type Part, resamplePart } from '../../src/image/resize';
import { root } from '../build/root';
import { runNow } from '../support/runNow';
import { type Distortion, distort } from './fidelity/distort';
import { distortions } from './fidelity/distortions';
import { colorShift, meanMatched } from './fidelity/rings';

const photos = (process.env.P ?? 'dandelion sunset brushes lampbird pagoda astronaut').split(' ');

/** In pixels sent, and ΔE2000. */
interface Result {
  readonly error: number;
  readonly plain: number;
  readonly mean: number;
  readonly ours: number;
  readonly milliseconds: number;
  readonly verdict: 'aligned' | 'reframed' | 'featureless';
  readonly isExact: boolean;
}

/** [median, worst] that are allowed over all that is not another framing. */
const limits = { error: [0.1, 0.3], ours: [0.5, 1] } as const;

/** How near an answer that was shifted, zoomed, tinted and worse is brought to what was sent, beside plain pasting. */
export async function benchFidelity(): Promise<void> {
  const all: { readonly distortion: Distortion; readonly result: Result }[] = [];
  for (const distortion of distortions) {
    const results: Result[] = [];
    for (const [index, photo] of photos.entries()) results.push(await measure(cropOf(photo), distortion, index + 1));
    all.push(...results.map((result) => ({ distortion, result })));
    print(distortion, results);
  }
  summarize(all);
}

async function measure(source: Raster, distortion: Distortion, seed: number): Promise<Result> {
  const mask = spotIn(source);
  const { answer, truth } = distort(edited(source, mask), distortion, seed);
  const started = performance.now();
  const { part, match, registration } = await align(answer, { source, mask }, calm());
  const laid = runNow(resamplePart(answer, part, source));
  const ours = match ? runNow(applyMatch(laid, match, rectOf(source), source)) : laid;
  const milliseconds = performance.now() - started;
  const plain = runNow(resamplePart(answer, { left: 0, top: 0, width: answer.width, height: answer.height }, source));
  return {
    error: cornerError(part, truth, source.width / truth.width),
    plain: colorShift(source, plain, mask, plain),
    mean: colorShift(source, meanMatched(source, plain, mask), mask, plain),
    ours: colorShift(source, ours, mask, plain),
    milliseconds,
    verdict: registration.kind,
    isExact: ours.data.every((value, i) => value === answer.data[i]),
  };
}

/** About a megapixel from the middle. */
function cropOf(photo: string): Raster {
  const { width, height, channels, data } = decode(
    readFileSync(join(root, 'test', 'fixtures', 'photos', `${photo}.png`)),
  );
  const [wide, high] = [Math.min(width, 1152), Math.min(height, 896)];
  const [left, top] = [(width - wide) >> 1, (height - high) >> 1];
  const crop = new Uint8Array(wide * high * 3);
  for (let y = 0, at = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      for (let k = 0; k < 3; k++, at++) crop[at] = data[((y + top) * width + x + left) * channels + k];
    }
  }
  return { width: wide, height: high, channels: 3, space: sRGB, data: crop };
}

/** An ellipse in the middle: an eighth of the picture. */
function spotIn({ width, height }: Raster): Mask {
  const data = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (Math.hypot((x - width / 2) / (width * 0.22), (y - height / 2) / (height * 0.19)) < 1) data[at] = 255;
    }
  }
  return { width, height, data };
}

/** What was asked for: another part of the picture, upside down, in the spot. */
function edited(source: Raster, mask: Mask): Raster {
  const data = Uint8Array.from(source.data);
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 0) continue;
    const from = (mask.data.length - 1 - i + source.width * 40) % mask.data.length;
    for (let k = 0; k < 3; k++) data[i * 3 + k] = source.data[from * 3 + k];
  }
  return { ...source, data };
}

function cornerError(part: Part, truth: Part, scale: number): number {
  const left = part.left - truth.left;
  const top = part.top - truth.top;
  const right = left + part.width - truth.width;
  const bottom = top + part.height - truth.height;
  return Math.max(Math.abs(left), Math.abs(top), Math.abs(right), Math.abs(bottom)) * scale;
}

function calm() {
  return { signal: new AbortController().signal, onStep: () => undefined, onProgress: () => undefined };
}

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

function print({ name, isReframe }: Distortion, results: readonly Result[]): void {
  const column = (of: (result: Result) => number, digits: number) =>
    `${quantile(results.map(of), 0.5).toFixed(digits)} / ${quantile(results.map(of), 1).toFixed(digits)}`.padStart(15);
  const told = results.filter(({ verdict }) => verdict === 'reframed').length;
  console.log(
    name.padEnd(28),
    isReframe ? 'reframed'.padStart(15) : column((r) => r.error, 3),
    column((r) => r.plain, 2),
    column((r) => r.mean, 2),
    column((r) => r.ours, 2),
    column((r) => r.milliseconds, 0),
    `  ${String(told)} of ${String(results.length)} told as reframed`,
  );
}

function summarize(all: readonly { readonly distortion: Distortion; readonly result: Result }[]): void {
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
    const values = kept.map(({ result }) => result[name as keyof typeof limits]);
    const [is, most] = [quantile(values, 0.5), quantile(values, 1)];
    console.log(`${name}: ${is.toFixed(3)} / ${most.toFixed(3)} (limit ${String(median)} / ${String(worst)})`);
    isOver ||= is > median || most > worst;
  }
  if (isOver) process.exitCode = 1;
}
