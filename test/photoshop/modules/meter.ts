/** Tells the host's own work apart from the plugin's time. */
export interface Meter {
  /** Runs a piece of the host's own work. */
  work<T>(piece: () => T): T;
  /** The same for work that waits. */
  workAsync<T>(piece: () => T | Promise<T>): Promise<T>;
  /** Milliseconds of the host's own work so far. */
  ownMs(): number;
}

export function createMeter(): Meter {
  let own = 0;
  let depth = 0;
  let since = 0;
  const enter = () => {
    if (depth++ === 0) since = performance.now();
  };
  const leave = () => {
    if (--depth === 0) own += performance.now() - since;
  };
  return {
    work(piece) {
      enter();
      try {
        return piece();
      } finally {
        leave();
      }
    },
    async workAsync(piece) {
      enter();
      try {
        return await piece();
      } finally {
        leave();
      }
    },
    ownMs: () => own,
  };
}
