import { createPlaces } from '../base/places';

/** How many edits one service works on at once; the rest wait, and the calls of one edit take turns with all others. */
export interface Lane {
  /** The signal stands for the edit. Throws `Cancelled` when it is aborted while waiting. */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

export function createLane(width: number): Lane {
  const places = createPlaces<AbortSignal>(width);
  return {
    async run(work, signal) {
      const leave = await places.enter(signal, signal);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
