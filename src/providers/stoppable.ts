import { Cancelled } from '../base/abort';
import type { Pace } from '../base/pace';
import { shortly } from './shortly';

/** Runs what the service can be told to stop, and tells it when the edit is cancelled. */
export async function stoppable<T>(
  work: () => Promise<T>,
  stop: (signal: AbortSignal, cancelled: Cancelled) => Promise<unknown>,
  pace: Pace,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled) await shortly((signal) => stop(signal, error), pace);
    throw error;
  }
}
