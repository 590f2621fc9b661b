import { elapsedMs } from './clock';
import { delay } from './delay';

/** The passing of time, for all that waits; tests bring their own. */
export interface Pace {
  readonly nowMs: () => number;
  /** Throws `Cancelled` as soon as the signal is aborted. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export const realPace: Pace = { nowMs: elapsedMs, wait: delay };
