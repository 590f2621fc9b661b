import { throwIfAborted } from './abort';
import { elapsedMs } from './clock';
import { delay } from './delay';

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

/** Runs sliced work to its end, letting the panel breathe before 16 ms are over. Throws `Cancelled` when aborted. */
export async function runSliced<T>(work: Sliced<T>, { signal, onProgress }: SliceOptions): Promise<T> {
  let since = elapsedMs();
  for (;;) {
    throwIfAborted(signal);
    const piece = work.next();
    if (piece.done) return piece.value;
    if (elapsedMs() - since < breathAfterMs) continue;
    if (piece.value !== undefined) onProgress?.(piece.value);
    await delay(0, signal);
    since = elapsedMs();
  }
}
