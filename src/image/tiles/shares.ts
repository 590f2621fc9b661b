import { heightOf, intersect, isEmpty, type Rect, widthOf } from '../rect';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min } = Math;

/** A row of a tile as far as something else lies beneath it: from `from` to `to`; beyond, the tile counts alone. */
export interface ShareRow {
  readonly from: number;
  readonly to: number;
  /** By column of the tile: how much it counts, 0 to 1. */
  readonly shares: Float32Array;
}

/**
 * How much a tile counts against those that were laid before it, row by row. All weights rise smoothly from a tile's edge
 * over what it has in common with its neighbor there, so that no edge is seen, whichever of them are absent.
 */
export function createShares(tile: Rect, laid: readonly Rect[], all: readonly Rect[]): (y: number) => ShareRow {
  const own = rampsOf(tile, all);
  const before = laid
    .map((rect) => ({ rect, both: intersect(rect, tile), ...rampsOf(rect, all) }))
    .filter(({ both }) => !isEmpty(both));
  const shares = new Float32Array(widthOf(tile));
  return (y) => {
    const here = before.filter(({ both }) => y + tile.top >= both.top && y + tile.top < both.bottom);
    const from = min(...here.map(({ both }) => both.left - tile.left), shares.length);
    const to = max(...here.map(({ both }) => both.right - tile.left), from);
    shares.fill(0, from, to);
    for (const { rect, both, across, down } of here) {
      const weight = down[y + tile.top - rect.top];
      for (let x = both.left; x < both.right; x++) shares[x - tile.left] += across[x - rect.left] * weight;
    }
    const weight = own.down[y];
    for (let x = from; x < to; x++) {
      const ownWeight = own.across[x] * weight;
      shares[x] = shares[x] === 0 ? 1 : ownWeight / (ownWeight + shares[x]);
    }
    return { from, to, shares };
  };
}

interface Ramps {
  readonly across: Float32Array;
  readonly down: Float32Array;
}

function rampsOf(rect: Rect, all: readonly Rect[]): Ramps {
  const others = all.filter((other) => other !== rect && !isEmpty(intersect(other, rect)));
  const most = (depths: readonly number[]) => max(0, ...depths.filter((depth) => depth > 0));
  return {
    across: ramp(
      widthOf(rect),
      most(others.filter(({ left }) => left < rect.left).map(({ right }) => right - rect.left)),
      most(others.filter(({ right }) => right > rect.right).map(({ left }) => rect.right - left)),
    ),
    down: ramp(
      heightOf(rect),
      most(others.filter(({ top }) => top < rect.top).map(({ bottom }) => bottom - rect.top)),
      most(others.filter(({ bottom }) => bottom > rect.bottom).map(({ top }) => rect.bottom - top)),
    ),
  };
}

function ramp(length: number, atStart: number, atEnd: number): Float32Array {
  return Float32Array.from(
    { length },
    (_, i) => smoothStep((i + 0.5) / max(1, atStart)) * smoothStep((length - i - 0.5) / max(1, atEnd)),
  );
}

/** 0 to 1, level at both ends. */
export function smoothStep(at: number): number {
  const within = min(1, max(0, at));
  return within * within * (3 - 2 * within);
}
