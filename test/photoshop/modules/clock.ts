/** The host's time. Waits of the host itself can be cut short; those of the plugin cannot. */
export interface HostClock {
  /** Milliseconds, with what was skipped. */
  now(): number;
  /** Resolves after `milliseconds`, or when they have been skipped. */
  wait(milliseconds: number): { readonly done: Promise<void>; readonly stop: () => void };
  /** Resolves in a later turn, so that timers and messages have their chance in between. */
  turn(): Promise<void>;
  /** Makes the host believe that `milliseconds` have passed. */
  skip(milliseconds: number): void;
}

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

export function createHostClock(): HostClock {
  const start = performance.now();
  let skipped = 0;
  const sleepers = new Set<Sleeper>();
  const now = () => performance.now() - start + skipped;
  return {
    now,
    wait: (milliseconds) => sleep(sleepers, now() + milliseconds, milliseconds),
    turn: () => new Promise((resolve) => setTimeout(resolve, 0)),
    skip(milliseconds) {
      skipped += milliseconds;
      for (const sleeper of [...sleepers]) if (sleeper.due <= now()) sleeper.wake();
    },
  };
}

function sleep(sleepers: Set<Sleeper>, due: number, milliseconds: number) {
  let stop = () => {};
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(() => sleeper.wake(), milliseconds);
    const sleeper: Sleeper = {
      due,
      wake() {
        stop();
        resolve();
      },
    };
    stop = () => {
      clearTimeout(timer);
      sleepers.delete(sleeper);
    };
    sleepers.add(sleeper);
  });
  return { done, stop: () => stop() };
}
