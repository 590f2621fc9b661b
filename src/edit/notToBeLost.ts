import { Cancelled } from '../base/abort';
import { delay } from '../base/delay';
import { isInlayError } from '../base/errors';

/** How the work on an answer ended: `stopped` says that somebody wanted it to end before. */
export interface Kept<T> {
  readonly value: T;
  readonly stopped: 'yes' | 'no';
}

/** Each waits some seconds by itself. */
const mostTries = 60;
const pauseMs = 1000;

/**
 * Work on an answer that is paid for. It is not lost because the edit is cancelled meanwhile, Escape ends a step of it, or
 * Photoshop is busy: it goes on, and is tried again. What cannot be done for another reason is thrown.
 */
export async function notToBeLost<T>(
  work: (signal: AbortSignal) => Promise<T>,
  cancelled: AbortSignal,
): Promise<Kept<T>> {
  const unhurried = new AbortController().signal;
  let isStopped = false;
  for (let tries = 1; ; tries++) {
    try {
      const value = await work(unhurried);
      return { value, stopped: isStopped || cancelled.aborted ? 'yes' : 'no' };
    } catch (error) {
      const isBusy = isInlayError(error) && error.code === 'host.busy';
      if (!(isBusy || error instanceof Cancelled) || tries === mostTries) throw error;
      if (isBusy) await delay(pauseMs);
      else isStopped = true;
    }
  }
}
