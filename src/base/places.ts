import { Cancelled } from './abort';

/** So many places; who finds none waits, and all who wait are served in turn, however much each of them wants. */
export interface Places<Owner> {
  /** Answers how to leave the place again. Throws `Cancelled` when the signal is aborted while waiting. */
  enter(owner: Owner, signal?: AbortSignal): Promise<() => void>;
}

export function createPlaces<Owner>(count: number): Places<Owner> {
  /** In the order of their turns. */
  const waiting = new Map<Owner, (() => void)[]>();
  let free = count;

  const leave = () => {
    const [next] = waiting;
    if (next === undefined) {
      free++;
      return;
    }
    const [owner, [begin, ...others]] = next;
    waiting.delete(owner);
    if (others.length > 0) waiting.set(owner, others);
    begin?.();
  };
  const forget = (owner: Owner, begin: () => void) => {
    const left = (waiting.get(owner) ?? []).filter((other) => other !== begin);
    if (left.length > 0) waiting.set(owner, left);
    else waiting.delete(owner);
  };
  const turn = (owner: Owner, signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', cancel);
        resolve();
      };
      const cancel = () => {
        signal?.removeEventListener('abort', cancel);
        forget(owner, begin);
        reject(new Cancelled('cancelled'));
      };
      if (signal?.aborted) {
        reject(new Cancelled('cancelled'));
        return;
      }
      signal?.addEventListener('abort', cancel);
      waiting.set(owner, [...(waiting.get(owner) ?? []), begin]);
    });

  return {
    async enter(owner, signal) {
      if (free > 0) free--;
      else await turn(owner, signal);
      return leave;
    },
  };
}
