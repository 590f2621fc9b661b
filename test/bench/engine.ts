import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { patchDistance } from '../../src/engine/patchDistance';
import { copyNearest, fillByEngine, type Fill, spanSmoothly } from './engine/fills';
import { type Planes, shrink } from './engine/filters';
import { blob, strokes } from './engine/holes';
import { score, type Score } from './engine/score';

const photos = ['dandelion', 'sunset', 'brushes', 'lampbird', 'pagoda', 'astronaut'];
const kinds = { strokes, blob };
const longSide = 768;

/** The engine first; the others are what it must not be mistaken for. */
const fills: Record<string, Fill> = { engine: fillByEngine, diffusion: spanSmoothly, nearest: copyNearest };

interface Result extends Score {
  readonly seconds: number;
  /** Time per pixel of hole, in patch comparisons of this machine. */
  readonly comparisons: number;
}

/** How well holes in real photographs are filled, and how fast, beside two simple fills in the same run. */
export function benchEngine(): void {
  const nanoseconds = comparisonNanoseconds();
  console.log(`One 7×7×5 patch comparison at random places: ${nanoseconds.toFixed(0)} ns`);
  for (const [kind, drawHole] of Object.entries(kinds)) {
    const results: Record<string, Result[]> = {};
    for (const [index, photo] of photos.entries()) {
      const truth = shrink(readPhoto(photo), longSide);
      const hole = drawHole(truth.width, truth.height, index + 1);
      for (const [name, fill] of Object.entries(fills)) {
        const result = measure(truth, hole, fill, nanoseconds);
        (results[name] ??= []).push(result);
        print(`${photo} ${kind}`, name, result);
      }
    }
    for (const [name, list] of Object.entries(results)) print(`median ${kind}`, name, medianOf(list));
  }
}

function measure(truth: Planes, hole: Uint8Array, fill: Fill, nanoseconds: number): Result {
  const flags = hole.map((value) => (value > 0 ? 1 : 0));
  const start = performance.now();
  const filled = fill(withoutHole(truth, flags), hole);
  const seconds = (performance.now() - start) / 1000;
  const pixels = flags.reduce((sum, flag) => sum + flag, 0);
  return { ...score(filled, truth, flags), seconds, comparisons: (seconds * 1e9) / (nanoseconds * pixels) };
}

/** The hole in magenta: a fill that lets it through loses. */
function withoutHole({ width, height, data }: Planes, flags: Uint8Array): Planes {
  const magenta = [255, 0, 255];
  return { width, height, data: data.map((value, i) => (flags[Math.floor(i / 3)] > 0 ? magenta[i % 3] : value)) };
}

function medianOf(results: readonly Result[]): Result {
  const median = (key: keyof Result) => {
    const sorted = results.map((result) => result[key]).sort((a, b) => a - b);
    return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  };
  return {
    psnr: median('psnr'),
    ssim: median('ssim'),
    gmsd: median('gmsd'),
    swd: median('swd'),
    tex: median('tex'),
    sharp: median('sharp'),
    ring: median('ring'),
    seam: median('seam'),
    seconds: median('seconds'),
    comparisons: median('comparisons'),
  };
}

function print(label: string, fill: string, result: Result): void {
  const figures = [
    `psnr ${result.psnr.toFixed(2).padStart(5)}`,
    `ssim ${result.ssim.toFixed(3)}`,
    `gmsd ${result.gmsd.toFixed(3)}`,
    `swd ${result.swd.toFixed(1).padStart(5)}`,
    `tex ${result.tex.toFixed(1).padStart(4)}`,
    `sharp ${result.sharp.toFixed(2)}`,
    `ring ${result.ring.toFixed(2)}`,
    `seam ${result.seam.toFixed(2)}`,
    `${result.seconds.toFixed(2)} s`,
    `${result.comparisons.toFixed(0)} comparisons per pixel`,
  ];
  console.log(label.padEnd(18), fill.padEnd(10), figures.join('  '));
}

/** What one full comparison costs here and now: the unit that the engine's time is told in. */
function comparisonNanoseconds(): number {
  const size = 1024;
  const guide = new Uint8Array(size * size * 5);
  for (let i = 0; i < guide.length; i++) guide[i] = Math.imul(i, 2654435761) >>> 24;
  let state = 1;
  const corner = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ((state >>> 8) % (size - 7)) + ((state >>> 12) % (size - 7)) * size;
  };
  // the fastest of several short runs: other work on the machine only ever adds
  const count = 10_000;
  let fastest = Infinity;
  for (let run = 0; run < 20; run++) {
    let sum = 0;
    const start = performance.now();
    for (let i = 0; i < count; i++) sum += patchDistance(guide, corner() * 5, corner() * 5, size * 5, 35, 7, Infinity);
    fastest = Math.min(fastest, performance.now() - start);
    if (sum === 0) throw new Error('Expected: patches that differ');
  }
  return (fastest * 1e6) / count;
}

function readPhoto(name: string): Planes {
  const file = join(__dirname, '..', 'fixtures', 'photos', `${name}.png`);
  const { width, height, channels, data } = decode(readFileSync(file));
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < rgb.length; i++) rgb[i] = data[Math.floor(i / 3) * channels + (channels < 3 ? 0 : i % 3)];
  return { width, height, data: rgb };
}
