/** A seeded source of random numbers: the same seed gives the same numbers everywhere. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** A number from 0 to 1, 1 excluded. */
  share(): number;
}

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { floor, imul } = Math;

/** Mulberry32 (Tommy Ettinger, 2017): 32 bits of state, enough for choosing samples, not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    below: (below) => floor((next() / 0x100000000) * below),
    share: () => next() / 0x100000000,
  };
}
