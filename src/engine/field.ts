import { asPart, inPieces } from '../base/pieces';
import type { Random } from '../base/random';
import type { Sliced } from '../base/slices';
import { depthsOf } from './depth';
import { type Level, rowsFor } from './level';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, max, min, pow } = Math;

/** For every patch that touches the hole of a level: the wholly known patch that it looks most like. */
export interface Field {
  /** Patches are squares of 2 · radius + 1 pixels. */
  readonly radius: number;
  /** Pixels of the hole, row by row. */
  readonly inside: Int32Array;
  /** Center pixels of the patches that touch the hole, row by row. */
  readonly targets: Int32Array;
  /** Per pixel of the level: its place in `targets`, or -1. */
  readonly slot: Int32Array;
  /** Per pixel of the level: 1 where a wholly known patch has its center. */
  readonly usable: Uint8Array;
  readonly usableCount: number;
  /** Per target: how far what it covers can be trusted, 1 at the rim, less toward the middle. */
  readonly trust: Float32Array;
  /** Per target: the center pixel of its source patch. */
  readonly source: Int32Array;
  /** Per target: the squared difference to that patch. */
  readonly distance: Float32Array;
  /** Per target: 1 where its pixels changed since it was last compared. */
  readonly stale: Uint8Array;
}

/** How much less is trusted with every pixel that a patch lies deeper in the hole. */
const trustPerPixel = 1 / 1.6;

/** The patches of a level, not matched yet. */
export function* createField(level: Level, radius: number): Sliced<Field> {
  const { width, height, hole } = level;
  const cells = width * height;
  const touching = yield* asPart(grown(level, radius), 0, 0.4);
  const depths = yield* asPart(depthsOf(hole, width, height), 0.4, 0.6);
  const slot = new Int32Array(cells);
  const usable = new Uint8Array(cells);
  const count = { inside: 0, targets: 0, usable: 0 };
  const numbering = inPieces(height, rowsFor(200_000, width), (from, to) => {
    for (let y = from; y < to; y++) {
      const centered = y >= radius && y < height - radius;
      for (let x = 0; x < width; x++) {
        const at = y * width + x;
        const fits = centered && x >= radius && x < width - radius;
        count.inside += hole[at];
        slot[at] = -1;
        if (!fits) continue;
        if (touching[at] > 0) slot[at] = count.targets++;
        else usable[at] = 1;
        count.usable += usable[at];
      }
    }
  });
  yield* asPart(numbering, 0.6, 0.8);
  const field: Field = {
    radius,
    slot,
    usable,
    usableCount: count.usable,
    inside: new Int32Array(count.inside),
    targets: new Int32Array(count.targets),
    trust: new Float32Array(count.targets),
    source: new Int32Array(count.targets),
    distance: new Float32Array(count.targets),
    stale: new Uint8Array(count.targets).fill(1),
  };
  yield* asPart(listPixels(level, field, depths), 0.8, 1);
  return field;
}

function* listPixels({ width, height, hole }: Level, field: Field, depths: Uint16Array): Sliced<void> {
  const { slot, inside, targets, trust } = field;
  let next = 0;
  yield* inPieces(width * height, 200_000, (from, to) => {
    for (let at = from; at < to; at++) {
      if (hole[at] > 0) inside[next++] = at;
      if (slot[at] < 0) continue;
      targets[slot[at]] = at;
      trust[slot[at]] = pow(trustPerPixel, min(depths[at], 60));
    }
  });
}

/** 1 where the square of that radius around a pixel meets the hole. */
function* grown({ width, height, hole }: Level, radius: number): Sliced<Uint8Array> {
  const across = new Uint8Array(width * height);
  const both = new Uint8Array(width * height);
  const rows = rowsFor(200_000, width);
  const first = inPieces(height, rows, (from, to) => {
    for (let y = from; y < to; y++) growRow(hole, across, y * width, width, radius);
  });
  yield* asPart(first, 0, 0.3);
  const second = inPieces(height, rowsFor(100_000, width), (from, to) => {
    for (let y = from; y < to; y++) {
      const top = max(0, y - radius);
      const bottom = min(height - 1, y + radius);
      for (let row = top; row <= bottom; row++) {
        for (let x = 0; x < width; x++) both[y * width + x] |= across[row * width + x];
      }
    }
  });
  yield* asPart(second, 0.3, 1);
  return both;
}

function growRow(from: Uint8Array, to: Uint8Array, start: number, width: number, radius: number): void {
  let count = 0;
  for (let x = 0; x < min(radius, width); x++) count += from[start + x];
  for (let x = 0; x < width; x++) {
    if (x + radius < width) count += from[start + x + radius];
    if (x > radius) count -= from[start + x - radius - 1];
    to[start + x] = count > 0 ? 1 : 0;
  }
}

/** Gives every patch any source. */
export function* scatter(field: Field, random: Random): Sliced<void> {
  const { targets, source, distance, stale } = field;
  yield* inPieces(targets.length, 10_000, (from, to) => {
    for (let t = from; t < to; t++) source[t] = anySource(field, random);
  });
  distance.fill(0);
  stale.fill(1);
}

/** A wholly known patch, drawn evenly; where such patches are rare, the next one after the pixel drawn. */
export function anySource({ usable }: Field, random: Random): number {
  const cells = usable.length;
  for (let attempt = 0; attempt < 30; attempt++) {
    const at = random.below(cells);
    if (usable[at] > 0) return at;
  }
  const start = random.below(cells);
  for (let i = 0; i < cells; i++) {
    const at = (start + i) % cells;
    if (usable[at] > 0) return at;
  }
  return 0;
}

/** Takes over the matches of the level at half the size, each pixel's offset doubled. */
export function* inherit(
  field: Field,
  width: number,
  coarse: Field,
  coarseWidth: number,
  random: Random,
): Sliced<void> {
  yield* inPieces(field.targets.length, 10_000, (from, to) => {
    inheritSome(field, width, coarse, coarseWidth, random, from, to);
  });
}

function inheritSome(
  field: Field,
  width: number,
  coarse: Field,
  coarseWidth: number,
  random: Random,
  first: number,
  end: number,
): void {
  const { targets, source, distance, usable, stale } = field;
  const height = usable.length / width;
  const coarseHeight = coarse.usable.length / coarseWidth;
  for (let t = first; t < end; t++) {
    const x = targets[t] % width;
    const y = (targets[t] - x) / width;
    const from = nearestSlot(coarse.slot, coarseWidth, coarseHeight, x >> 1, y >> 1);
    stale[t] = 1;
    distance[t] = from < 0 ? 0 : coarse.distance[from];
    if (from >= 0) {
      const offset = coarse.source[from] - coarse.targets[from];
      const right = (coarse.source[from] % coarseWidth) - (coarse.targets[from] % coarseWidth);
      const down = (offset - right) / coarseWidth;
      const wantedX = x + 2 * right;
      const wantedY = y + 2 * down;
      source[t] = usableNear(usable, width, height, wantedX, wantedY);
      if (source[t] >= 0) continue;
    }
    source[t] = anySource(field, random);
  }
}

function nearestSlot(slot: Int32Array, width: number, height: number, x: number, y: number): number {
  for (let reach = 0; reach <= 3; reach++) {
    for (let j = -reach; j <= reach; j++) {
      for (let i = -reach; i <= reach; i++) {
        if (max(abs(i), abs(j)) !== reach) continue;
        if (x + i < 0 || y + j < 0 || x + i >= width || y + j >= height) continue;
        const found = slot[(y + j) * width + x + i];
        if (found >= 0) return found;
      }
    }
  }
  return -1;
}

function usableNear(usable: Uint8Array, width: number, height: number, x: number, y: number): number {
  for (let reach = 0; reach <= 4; reach++) {
    for (let j = -reach; j <= reach; j++) {
      for (let i = -reach; i <= reach; i++) {
        if (max(abs(i), abs(j)) !== reach) continue;
        if (x + i < 0 || y + j < 0 || x + i >= width || y + j >= height) continue;
        const at = (y + j) * width + x + i;
        if (usable[at] > 0) return at;
      }
    }
  }
  return -1;
}
