import type { Sliced } from './slices';

/** Runs a kernel over 0 to `count`, `piece` at a time, and yields the share done after each piece. */
export function* inPieces(count: number, piece: number, kernel: (from: number, to: number) => void): Sliced<void> {
  const step = Math.max(1, Math.floor(piece));
  for (let from = 0; from < count; from += step) {
    const to = Math.min(count, from + step);
    kernel(from, to);
    yield to / count;
  }
}

/** The same work, its progress counted as the stretch `from` to `to` of a longer job. */
export function* asPart<T>(work: Sliced<T>, from: number, to: number): Sliced<T> {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    yield piece.value === undefined ? undefined : from + piece.value * (to - from);
  }
}

/** The same work, its progress never falling back. */
export function* rising<T>(work: Sliced<T>): Sliced<T> {
  let most = 0;
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    most = Math.min(1, Math.max(most, piece.value ?? 0));
    yield most;
  }
}

/** Does sliced work in one go: only for what is known to be short. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}
