import { createPluginClock } from './pluginClock';

/** Timers and clock as a page has them: numbers for names, and an error in a callback is reported, not fatal. */
export interface Timers {
  readonly globals: Readonly<Record<string, unknown>>;
  /** Stops all that are still running. */
  readonly stop: () => void;
}

/** `hurry`: long waits pass so many times faster. */
export function createTimers(report: (error: unknown) => void, hurry: number): Timers {
  const clock = createPluginClock(hurry);
  const running = new Map<number, NodeJS.Timeout>();
  let last = 0;

  const start = (begin: typeof setTimeout | typeof setInterval, work: Callback, milliseconds = 0, once: boolean) => {
    const id = ++last;
    let due = clock.now() + milliseconds;
    const run = () => {
      clock.skipTo(due);
      due += milliseconds;
      if (once) running.delete(id);
      try {
        work();
      } catch (error) {
        report(error);
      }
    };
    running.set(id, begin(run, clock.really(milliseconds)));
    return id;
  };
  const stop = (id: number) => {
    clearTimeout(running.get(id));
    running.delete(id);
  };
  return {
    globals: {
      setTimeout: (work: Callback, milliseconds?: number, ...rest: unknown[]) =>
        start(setTimeout, () => work(...rest), milliseconds, true),
      setInterval: (work: Callback, milliseconds?: number, ...rest: unknown[]) =>
        start(setInterval, () => work(...rest), milliseconds, false),
      clearTimeout: stop,
      clearInterval: stop,
      requestAnimationFrame: (work: Callback) => start(setTimeout, () => work(clock.now()), frameMs, true),
      cancelAnimationFrame: stop,
      performance: { now: clock.now },
    },
    stop: () => [...running.keys()].forEach(stop),
  };
}

type Callback = (...values: unknown[]) => void;

const frameMs = 16;
