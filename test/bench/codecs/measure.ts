import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Sliced } from '../../../src/base/slices';

export interface Measured<T> {
  readonly value: T;
  readonly milliseconds: number;
  /** How long each piece of sliced work took, the best of all runs: other work on the machine lengthens any of them. */
  readonly pieces: readonly number[];
  /** The longest piece of the first run, before the code is fast. */
  readonly longestAtFirst: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Frees what earlier runs have left, so that no later one has to; much of it is done beside us, and waited for. */
function collect(): void {
  collectGarbage();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
}

export function longestOf({ pieces }: Measured<unknown>): number {
  return pieces.reduce((longest, piece) => Math.max(longest, piece), 0);
}

/** Runs both by turns, so that other work on the machine meets both alike; the best of `rounds`. */
export function compare<A, B>(
  ours: () => Sliced<A>,
  peer: () => B,
  rounds: number,
): readonly [Measured<A>, Measured<B>] {
  let mine = measureSliced(ours);
  let theirs = measure(peer);
  for (let round = 1; round < rounds; round++) {
    mine = better(mine, measureSliced(ours));
    theirs = better(theirs, measure(peer));
  }
  return [mine, theirs];
}

export function measure<T>(work: () => T): Measured<T> {
  collect();
  const start = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - start, pieces: [], longestAtFirst: 0 };
}

export function measureSliced<T>(work: () => Sliced<T>): Measured<T> {
  collect();
  const start = performance.now();
  const sliced = work();
  const pieces: number[] = [];
  for (let since = start; ;) {
    const piece = sliced.next();
    const now = performance.now();
    pieces.push(now - since);
    since = now;
    if (piece.done) return withLongest({ value: piece.value, milliseconds: now - start, pieces });
  }
}

function withLongest<T>(measured: Omit<Measured<T>, 'longestAtFirst'>): Measured<T> {
  return { ...measured, longestAtFirst: longestOf({ ...measured, longestAtFirst: 0 }) };
}

export function better<T>(before: Measured<T>, now: Measured<T>): Measured<T> {
  return {
    value: now.value,
    milliseconds: Math.min(before.milliseconds, now.milliseconds),
    pieces: before.pieces.map((piece, i) => Math.min(piece, now.pieces[i])),
    longestAtFirst: before.longestAtFirst,
  };
}

/** One line: what, how long, how large, how it stands to others. */
export function print(name: string, measured: Measured<unknown>, ...notes: readonly string[]): void {
  const { milliseconds, pieces, longestAtFirst } = measured;
  const longest = `longest piece ${longestOf(measured).toFixed(1)} ms (in the first run ${longestAtFirst.toFixed(1)})`;
  const parts = [`${milliseconds.toFixed(0).padStart(6)} ms`, ...notes, ...(pieces.length > 0 ? [longest] : [])];
  console.log(`  ${name.padEnd(36)} ${parts.join(', ')}`);
}

export function megabytes(bytes: Uint8Array): string {
  return `${(bytes.length / 1e6).toFixed(2)} MB`;
}

/** A figure beside what it must be. */
export function target(name: string, is: number, limit: { readonly most: number } | { readonly least: number }): void {
  const fits = 'most' in limit ? is <= limit.most : is >= limit.least;
  const asked = 'most' in limit ? `at most ${limit.most}` : `at least ${limit.least}`;
  console.log(`  ${fits ? 'holds' : 'MISSED'}: ${name} ${is.toFixed(2)} (${asked})`);
  if (!fits) process.exitCode = 1;
}
