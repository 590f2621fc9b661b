import type { Sliced } from '../../src/base/slices';

/** Runs sliced work to its end without letting anything else breathe. */
export function runNow<T>(work: Sliced<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}
