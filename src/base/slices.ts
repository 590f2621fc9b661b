import { throwIfAborted } from './abort';
import { elapsedMs } from './clock';
import { delay, later } from './delay';

/**
 * Long work, cut into pieces: a generator that yields after every 2 to 4 ms of work. What it yields is the share
 * done, 0 to 1, or nothing where the share is unknown.
 */
export type Sliced<T> = Generator<number | undefined, T, void>;

export interface SliceOptions {
  readonly signal: AbortSignal;
  /** Share of the work that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** The longest stretch of work before the panel may breathe: a piece may follow that takes 8 ms itself. */
const breathAfterMs = 8;

/**
 * Runs sliced work to its end, letting the panel breathe before 16 ms are over, however many such works run side by side:
 * there is one thread, so they share its stretches. Throws `Cancelled` when aborted.
 */
export async function runSliced<T>(work: Sliced<T>, { signal, onProgress }: SliceOptions): Promise<T> {
  let share: number | undefined;
  for (;;) {
    throwIfAborted(signal);
    while (stretchMs() >= breathAfterMs) {
      if (share !== undefined) onProgress?.(share);
      await delay(0, signal);
    }
    const piece = work.next();
    if (piece.done) return piece.value;
    share = piece.value;
  }
}

let since: number | undefined;

/** How long the thread has been at work without a breath, in ms: a stretch ends when a timer gets its turn. */
function stretchMs(): number {
  if (since === undefined) {
    since = elapsedMs();
    later(0, () => {
      since = undefined;
    });
  }
  return elapsedMs() - since;
}
