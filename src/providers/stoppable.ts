import { Cancelled } from '../base/abort';
import type { Pace } from '../base/pace';

/** No longer does a cancelled edit wait for the service to hear of it, in ms. */
const withinMs = 5000;

/** Runs what the service can be told to stop, and tells it when the edit is cancelled, whatever comes of that. */
export async function stoppable<T>(
  work: () => Promise<T>,
  stop: (signal: AbortSignal) => Promise<unknown>,
  pace: Pace,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled) await tell(stop, pace);
    throw error;
  }
}

async function tell(stop: (signal: AbortSignal) => Promise<unknown>, pace: Pace): Promise<void> {
  const patience = new AbortController();
  const told = stop(patience.signal).catch(() => undefined);
  await Promise.race([told, pace.wait(withinMs, patience.signal).catch(() => undefined)]);
  patience.abort();
}
