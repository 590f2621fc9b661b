import type { Sliced } from '../../base/slices';
import { solveSymmetric } from '../matchColor/solveSymmetric';
import type { Bands } from './bands';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, max, min, sqrt } = Math;

/** How much more of each band an answer needs, from the finest on: 0 is enough. */
export type Gains = readonly [number, number, number];

/** How sharp an answer is against what was sent, and what makes it as sharp. */
export interface Sharpness {
  /** How much of the detail that was sent came back, of the finest two bands: 1 is all, less is soft. */
  readonly ratio: number;
  /** The same with those gains. */
  readonly made: number;
  readonly gains: Gains;
}

/** Pixels of a tile's side. */
const side = 32;
/** As far as its widest band reaches. */
const seen = 7;
/** Tiles beyond this of brightness (0 to 1) apart were changed. */
const sameTone = 0.03;
/** Fewer tiles than this say nothing. */
const fewestTiles = 8;
/** Of all tiles so many are believed: those that a filter explains worst may have been changed. */
const believed = 0.8;
/** A band is never raised or lowered by more. */
const [mostLowered, mostRaised] = [-0.7, 5];
/** A gain this small, or that leaves more than this share of the difference, is none. */
const leastGain = 0.03;
const leastExplained = 0.04;
/** How much a band likes to stay as it is, as a share of its energy. */
const stay = 0.02;

/**
 * Which mixture of bands makes the answer most like what was sent, by least squares over what was to stay (`kept`: 1;
 * absent: nobody knows): what is noise in the answer does not help to explain it and is not raised, as in Wiener's filter.
 * No band is raised beyond the energy that was sent, or lowered below it.
 */
export function* fitSharpness(sent: Bands, answer: Bands, kept: Uint8Array | undefined): Sliced<Sharpness | undefined> {
  const tiles: Tile[] = [];
  const { width, height } = sent;
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      const tile = tileAt(sent, answer, kept, left, top);
      if (tile) tiles.push(tile);
    }
    yield top / height;
  }
  if (tiles.length < fewestTiles) return undefined;
  let used = tiles;
  let gains = fitted(used);
  for (let round = 0; round < 2; round++) {
    used = [...tiles].sort((a, b) => leftShare(a, gains) - leftShare(b, gains)).slice(0, tiles.length * believed);
    gains = fitted(used);
  }
  const worth: Gains = worthIt(used, gains) ? gains : [0, 0, 0];
  return { ratio: ratioOf(used, [0, 0, 0]), made: ratioOf(used, worth), gains: worth };
}

/** Sums over a tile: bands of the answer by bands of the answer, by what was sent beyond it, and energies. */
interface Tile {
  readonly products: Float64Array;
  readonly wanted: Float64Array;
  readonly sent: Float64Array;
  readonly off: number;
}

function tileAt(sent: Bands, answer: Bands, kept: Uint8Array | undefined, left: number, top: number): Tile | undefined {
  const { width } = sent;
  if (kept && !isKept(kept, sent, left, top)) return undefined;
  let tone = 0;
  for (let y = top; y < top + side; y++) {
    for (let at = y * width + left, end = at + side; at < end; at++) {
      tone += sent.rest[at] - answer.rest[at];
    }
  }
  if (abs(tone) > sameTone * side * side) return undefined;
  const tile = { products: new Float64Array(9), wanted: new Float64Array(3), sent: new Float64Array(3) };
  let off = 0;
  const [s0, s1, s2] = sent.bands;
  const [a0, a1, a2] = answer.bands;
  let [p00, p10, p11, p20, p21, p22] = [0, 0, 0, 0, 0, 0];
  let [w0, w1, w2, e0, e1, e2] = [0, 0, 0, 0, 0, 0];
  for (let y = top; y < top + side; y++) {
    for (let at = y * width + left, end = at + side; at < end; at++) {
      const [x, y1, z] = [a0[at], a1[at], a2[at]];
      const beyond = s0[at] + s1[at] + s2[at] - x - y1 - z;
      off += beyond * beyond;
      p00 += x * x;
      p10 += y1 * x;
      p11 += y1 * y1;
      p20 += z * x;
      p21 += z * y1;
      p22 += z * z;
      w0 += x * beyond;
      w1 += y1 * beyond;
      w2 += z * beyond;
      e0 += s0[at] * s0[at];
      e1 += s1[at] * s1[at];
      e2 += s2[at] * s2[at];
    }
  }
  tile.products.set([p00, 0, 0, p10, p11, 0, p20, p21, p22]);
  tile.wanted.set([w0, w1, w2]);
  tile.sent.set([e0, e1, e2]);
  return { ...tile, off };
}

/** A tile and what its bands see beyond it. */
function isKept(kept: Uint8Array, { width, height }: Bands, left: number, top: number): boolean {
  const [first, last] = [max(0, left - seen), min(width, left + side + seen)];
  for (let y = max(0, top - seen); y < min(height, top + side + seen); y++) {
    for (let at = y * width + first, end = y * width + last; at < end; at++) if (kept[at] === 0) return false;
  }
  return true;
}

function sumOf(tiles: readonly Tile[]): Tile {
  const sum = { products: new Float64Array(9), wanted: new Float64Array(3), sent: new Float64Array(3) };
  let off = 0;
  for (const tile of tiles) {
    for (let i = 0; i < 9; i++) sum.products[i] += tile.products[i];
    for (let i = 0; i < 3; i++) sum.wanted[i] += tile.wanted[i];
    for (let i = 0; i < 3; i++) sum.sent[i] += tile.sent[i];
    off += tile.off;
  }
  return { ...sum, off };
}

function fitted(tiles: readonly Tile[]): Gains {
  const { products, wanted, sent } = sumOf(tiles);
  const energies = [products[0], products[4], products[8]];
  const system = Float64Array.from(products);
  for (let i = 0; i < 3; i++) system[i * 4] += stay * energies[i] + 1e-9;
  const solved = solveSymmetric(system, wanted) ?? new Float64Array(3);
  const limited = (i: number) => {
    const alike = sqrt(sent[i] / max(1e-12, energies[i])) - 1;
    const gain = solved[i];
    return gain > 0 ? min(gain, max(0, alike * 1.05 + 0.05), mostRaised) : max(gain, min(0, alike), mostLowered);
  };
  return [limited(0), limited(1), limited(2)];
}

/** What a mixture leaves of the difference, as a share of it. */
function leftShare(tile: Tile, gains: Gains): number {
  return (leftBy(tile, gains) + 1e-6) / (tile.off + 1e-6);
}

function leftBy({ products, wanted, off }: Tile, gains: Gains): number {
  let left = off;
  for (let i = 0; i < 3; i++) {
    left -= 2 * gains[i] * wanted[i];
    for (let k = 0; k < 3; k++) left += gains[i] * gains[k] * products[max(i, k) * 3 + min(i, k)];
  }
  return left;
}

function worthIt(tiles: readonly Tile[], gains: Gains): boolean {
  const sum = sumOf(tiles);
  return gains.some((gain) => abs(gain) > leastGain) && leftBy(sum, gains) < (1 - leastExplained) * sum.off;
}

function ratioOf(tiles: readonly Tile[], [fine, coarse]: Gains): number {
  const { products, sent } = sumOf(tiles);
  const made = (1 + fine) ** 2 * products[0] + (1 + coarse) ** 2 * products[4];
  return sqrt((made + 1e-9) / (sent[0] + sent[1] + 1e-9));
}
