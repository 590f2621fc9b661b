import { elapsedMs } from '../../src/base/clock';
import { delay } from '../../src/base/delay';
import type { Pace } from '../../src/base/pace';

/** Time that passes so many times faster: a minute's patience is over in a fraction of a second. */
export function hurried(times: number): Pace {
  return {
    nowMs: () => elapsedMs() * times,
    wait: (milliseconds, signal) => delay(milliseconds / times, signal),
  };
}
