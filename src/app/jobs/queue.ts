/** One job at a time, in the order they came. */
export interface Queue {
  add<T>(job: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends the job that runs now; those that wait go on. */
  cancelRunning(): void;
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let running: AbortController | undefined;
  return {
    add(job) {
      const turn = last.then(async () => {
        const controller = new AbortController();
        running = controller;
        try {
          return await job(controller.signal);
        } finally {
          running = undefined;
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    cancelRunning() {
      running?.abort();
    },
  };
}
