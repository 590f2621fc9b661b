import { Cancelled } from '../base/abort';

/** How many edits one service works on at once; the rest wait for their turn, in the order they came. */
export interface Lane {
  /** Throws `Cancelled` when the signal is aborted while waiting. */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

export function createLane(width: number): Lane {
  const waiting: (() => void)[] = [];
  let free = width;
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  };
  return {
    async run(work, signal) {
      if (free > 0) free--;
      else await turn(waiting, signal);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}

function turn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const begin = () => {
      signal.removeEventListener('abort', cancel);
      resolve();
    };
    const cancel = () => {
      signal.removeEventListener('abort', cancel);
      waiting.splice(waiting.indexOf(begin), 1);
      reject(new Cancelled('cancelled'));
    };
    if (signal.aborted) {
      reject(new Cancelled('cancelled'));
      return;
    }
    signal.addEventListener('abort', cancel);
    waiting.push(begin);
  });
}
