/** What is put to the test: rules tried and broken, and `name: value` of the habits that the stand-in acted by. */
export interface Tally {
  readonly tested: Set<string>;
  readonly broken: Set<string>;
  readonly met: Set<string>;
}

/** Of all sessions together since the stand-in was loaded: for the report after a run of tests. */
export const tally = emptyTally();

const kept = new Set([tally]);

export function note(kind: keyof Tally, what: string): void {
  for (const one of kept) one[kind].add(what);
}

/** What is put to the test from now on. */
export function listen(): Tally & { readonly stop: () => void } {
  const heard = emptyTally();
  kept.add(heard);
  return { ...heard, stop: () => void kept.delete(heard) };
}

function emptyTally(): Tally {
  return { tested: new Set(), broken: new Set(), met: new Set() };
}
