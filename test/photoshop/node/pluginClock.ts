/** The time that a plugin sees. */
export interface PluginClock {
  readonly now: () => number;
  /** How long a wait really takes, in ms. */
  readonly really: (milliseconds: number) => number;
  /** A wait is over that was to end then. */
  readonly skipTo: (due: number) => void;
}

/** Shorter waits are for breathing and drawing, and take as long as they take. */
const shortestHurried = 200;

/**
 * Long waits pass so many times faster, and what was skipped of them has passed on the clock too: a plugin that gives a
 * service a minute sees a minute go by.
 */
export function createPluginClock(hurry: number): PluginClock {
  let skipped = 0;
  const now = () => performance.now() + skipped;
  return {
    now,
    really: (milliseconds) => (milliseconds < shortestHurried ? milliseconds : milliseconds / hurry),
    skipTo(due) {
      skipped += Math.max(0, due - now());
    },
  };
}
