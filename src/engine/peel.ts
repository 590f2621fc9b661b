import type { Random } from '../base/random';
import type { Sliced } from '../base/slices';
import type { Field } from './field';
import type { Level } from './level';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs } = Math;

/** How unevenly a candidate may be judged, so that different seeds begin differently. */
const whim = 0.15;

/**
 * A first guess for the hole of a small level: known patches are laid over its rim, the best supported and most
 * structured places first, until it is closed (Criminisi, Pérez, Toyama: Region Filling and Object Removal, 2004).
 */
export function* peel(level: Level, field: Field, random: Random): Sliced<void> {
  const state: Peeling = {
    level,
    radius: field.radius,
    sources: listUsable(field),
    pending: level.hole.slice(),
    certainty: Float32Array.from(level.hole, (inHole) => 1 - inHole),
    known: new Int32Array((2 * field.radius + 1) ** 2),
  };
  for (;;) {
    const at = mostUrgent(state, field);
    if (at < 0) return;
    layPatch(state, at, random);
    yield undefined;
  }
}

interface Peeling {
  readonly level: Level;
  readonly radius: number;
  readonly sources: Int32Array;
  /** 1 where nothing has been laid yet. */
  readonly pending: Uint8Array;
  readonly certainty: Float32Array;
  /** Scratch: shifts from the center to the pixels of a patch that are there already. */
  readonly known: Int32Array;
}

function listUsable({ usable, usableCount }: Field): Int32Array {
  const sources = new Int32Array(usableCount);
  let next = 0;
  for (let at = 0; at < usable.length; at++) if (usable[at] > 0) sources[next++] = at;
  return sources;
}

function mostUrgent(state: Peeling, { targets }: Field): number {
  const { pending, level, radius, certainty } = state;
  const { width } = level;
  const area = (2 * radius + 1) ** 2;
  let most = -1;
  let found = -1;
  for (let t = 0; t < targets.length; t++) {
    const at = targets[t];
    let open = 0;
    let sum = 0;
    for (let j = -radius; j <= radius; j++) {
      for (let i = -radius; i <= radius; i++) {
        open += pending[at + j * width + i];
        sum += certainty[at + j * width + i];
      }
    }
    if (open === 0 || open === area) continue;
    const priority = (sum / area) * (0.1 + structureAt(state, at));
    if (priority <= most) continue;
    most = priority;
    found = at;
  }
  return found;
}

/** The strongest step among the known pixels of a patch that run into its open ones, 0 to 1. */
function structureAt({ level, pending, radius }: Peeling, at: number): number {
  const { width, channels, guide } = level;
  let most = 0;
  for (let j = -radius; j < radius; j++) {
    for (let i = -radius; i < radius; i++) {
      const here = at + j * width + i;
      if (pending[here] + pending[here + 1] + pending[here + width] > 0) continue;
      let step = 0;
      for (let c = 0; c < channels; c++) {
        const value = guide[here * channels + c];
        step += abs(guide[(here + 1) * channels + c] - value);
        step += abs(guide[(here + width) * channels + c] - value);
      }
      if (step > most) most = step;
    }
  }
  return most / (510 * channels);
}

function layPatch(state: Peeling, at: number, random: Random): void {
  const { level, radius, pending, certainty } = state;
  const { width, channels, guide } = level;
  const from = bestSource(state, at, random);
  let sum = 0;
  for (let j = -radius; j <= radius; j++) {
    for (let i = -radius; i <= radius; i++) sum += certainty[at + j * width + i];
  }
  const confidence = sum / (2 * radius + 1) ** 2;
  for (let j = -radius; j <= radius; j++) {
    for (let i = -radius; i <= radius; i++) {
      const shift = j * width + i;
      if (pending[at + shift] === 0) continue;
      pending[at + shift] = 0;
      certainty[at + shift] = confidence;
      for (let c = 0; c < channels; c++) {
        guide[(at + shift) * channels + c] = guide[(from + shift) * channels + c];
      }
    }
  }
}

/** The source patch that looks most like what is known of the patch at `at`. */
function bestSource(state: Peeling, at: number, random: Random): number {
  const { level, radius, pending, sources, known } = state;
  const { width, channels, guide } = level;
  let count = 0;
  for (let j = -radius; j <= radius; j++) {
    for (let i = -radius; i <= radius; i++) {
      if (pending[at + j * width + i] === 0) known[count++] = j * width + i;
    }
  }
  let least = Infinity;
  let found = sources[0];
  for (let s = 0; s < sources.length; s++) {
    const source = sources[s];
    const handicap = 1 + whim * random.share();
    let sum = 0;
    for (let k = 0; k < count && sum * handicap < least; k++) {
      const a = (at + known[k]) * channels;
      const b = (source + known[k]) * channels;
      for (let c = 0; c < channels; c++) {
        const difference = guide[a + c] - guide[b + c];
        sum += difference * difference;
      }
    }
    if (sum * handicap >= least) continue;
    least = sum * handicap;
    found = source;
  }
  return found;
}
