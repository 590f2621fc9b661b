import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decode, encode } from 'fast-png';
import { patchDistance } from '../../src/engine/patchDistance';
import { copyNearest, type Fill, fillByEngine, spanSmoothly, type Timed } from './engine/fills';
import { type Planes, shrink } from './engine/filters';
import { blob, outpaint, strokes } from './engine/holes';
import { installedPeers } from './engine/peers';
import { score } from './engine/score';
import { contactSheet } from './engine/sheet';
import { type Kind, medianOf, printResult, printTarget, type Result } from './engine/table';

const photoFolder = join(__dirname, '..', 'fixtures', 'photos');
/** Photographs that the engine's parameters were chosen on, and others that had no say in them. */
const photos = {
  tuned: ['dandelion', 'sunset'],
  'held out': ['brushes', 'lampbird', 'pagoda', 'astronaut'],
};
const kinds: Record<Kind, (width: number, height: number, seed: number) => Uint8Array> = { strokes, blob, outpaint };
const longSide = 768;

type Filler = (source: Planes, hole: Uint8Array) => Timed | undefined;

/** The engine first; the others are what it must not be mistaken for. */
const fills: Record<string, Filler> = {
  engine: timed(fillByEngine),
  diffusion: timed(spanSmoothly),
  nearest: timed(copyNearest),
};

/**
 * How well holes in real photographs are filled, and how fast, beside two simple fills and the peers that are
 * installed, in the same run. BENCH_PHOTOS names a folder of further photographs (PNG). Writes out/bench-KIND.png: the
 * truth and every fill, the surroundings of the hole at 200 %.
 */
export function benchEngine(): void {
  const nanoseconds = comparisonNanoseconds();
  console.log(`One 7×7×5 patch comparison at random places: ${nanoseconds.toFixed(0)} ns`);
  const all = { ...fills, ...installedPeers() };
  console.log(`Beside one another: ${Object.keys(all).join(', ')}`);
  for (const kind of ['strokes', 'blob', 'outpaint'] as const) benchKind(kind, all, nanoseconds);
}

function benchKind(kind: Kind, all: Record<string, Filler>, nanoseconds: number): void {
  const rows: { readonly hole: Uint8Array; readonly pictures: readonly Planes[] }[] = [];
  const medians: (() => void)[] = [];
  let index = 0;
  for (const [group, files] of Object.entries(photoGroups())) {
    const results: Record<string, Result[]> = {};
    for (const file of files) {
      const truth = shrink(readPhoto(file), longSide);
      const hole = kinds[kind](truth.width, truth.height, ++index);
      const pictures = [truth];
      for (const [name, fill] of Object.entries(all)) {
        const measured = measure(truth, hole, fill, nanoseconds);
        if (!measured) continue;
        (results[name] ??= []).push(measured.result);
        pictures.push(measured.filled);
        printResult(`${basename(file, '.png')} ${kind}`, name, measured.result);
      }
      rows.push({ hole, pictures });
    }
    for (const [name, list] of Object.entries(results)) {
      medians.push(() => {
        printResult(`median ${kind}, ${group}`, name, medianOf(list));
      });
    }
  }
  for (const print of medians) print();
  printTarget(kind);
  writeSheet(kind, contactSheet(rows));
}

function photoGroups(): Record<string, readonly string[]> {
  const further = process.env.BENCH_PHOTOS;
  const ours = (names: readonly string[]) => names.map((name) => join(photoFolder, `${name}.png`));
  const groups = { tuned: ours(photos.tuned), 'held out': ours(photos['held out']) };
  if (!further) return groups;
  const files = readdirSync(further).filter((name) => name.endsWith('.png'));
  return { ...groups, further: files.sort().map((name) => join(further, name)) };
}

function writeSheet(kind: Kind, { width, height, data }: Planes): void {
  const folder = join(__dirname, '..', '..', 'out');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `bench-${kind}.png`), encode({ width, height, channels: 3, data }));
}

function timed(fill: Fill): Filler {
  return (source, hole) => {
    const start = process.cpuUsage();
    const filled = fill(source, hole);
    const { user, system } = process.cpuUsage(start);
    return { filled, seconds: (user + system) / 1e6 };
  };
}

function measure(truth: Planes, hole: Uint8Array, fill: Filler, nanoseconds: number) {
  const flags = hole.map((value) => (value > 0 ? 1 : 0));
  const done = fill(withoutHole(truth, flags), hole);
  if (!done) return undefined;
  const pixels = flags.reduce((sum, flag) => sum + flag, 0);
  const comparisons = (done.seconds * 1e9) / (nanoseconds * pixels);
  return { filled: done.filled, result: { ...score(done.filled, truth, flags), seconds: done.seconds, comparisons } };
}

/** The hole in magenta: a fill that lets it through loses. */
function withoutHole({ width, height, data }: Planes, flags: Uint8Array): Planes {
  const magenta = [255, 0, 255];
  return { width, height, data: data.map((value, i) => (flags[Math.floor(i / 3)] > 0 ? magenta[i % 3] : value)) };
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

function readPhoto(file: string): Planes {
  const { width, height, channels, data } = decode(readFileSync(file));
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < rgb.length; i++) rgb[i] = data[Math.floor(i / 3) * channels + (channels < 3 ? 0 : i % 3)];
  return { width, height, data: rgb };
}
