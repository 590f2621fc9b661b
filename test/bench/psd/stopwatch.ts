/** Adds up what some pieces of work take, and not what is done between them. */
export interface Stopwatch {
  time<T>(work: () => T): T;
  /** In seconds: by the clock, and of the processor. */
  taken(): { readonly seconds: number; readonly computing: number };
}

export function createStopwatch(): Stopwatch {
  let milliseconds = 0;
  let microseconds = 0;
  return {
    time(work) {
      const started = Date.now();
      const before = process.cpuUsage();
      const result = work();
      const { user, system } = process.cpuUsage(before);
      milliseconds += Date.now() - started;
      microseconds += user + system;
      return result;
    },
    taken: () => ({ seconds: milliseconds / 1e3, computing: microseconds / 1e6 }),
  };
}
