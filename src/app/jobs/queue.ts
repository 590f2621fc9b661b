import type { JobId } from '../../base/ids';

/** So many jobs at once; the rest wait, in the order they came. */
export interface Queue {
  add<T>(id: JobId, job: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends a job that runs; those that wait go on. */
  cancel(id: JobId): void;
}

export function createQueue(width: number): Queue {
  const running = new Map<JobId, AbortController>();
  const waiting: (() => void)[] = [];
  let free = width;
  const enter = () =>
    new Promise<void>((resolve) => {
      if (free === 0) waiting.push(resolve);
      else {
        free--;
        resolve();
      }
    });
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  };
  return {
    async add(id, job) {
      await enter();
      const controller = new AbortController();
      running.set(id, controller);
      try {
        return await job(controller.signal);
      } finally {
        running.delete(id);
        leave();
      }
    },
    cancel(id) {
      running.get(id)?.abort();
    },
  };
}
