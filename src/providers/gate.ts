import { Cancelled } from '../base/abort';
import type { Pace } from '../base/pace';
import type { Random } from '../base/random';
import { longestAskedMs } from './patience';

/** What all calls to one service share: who waits while it asks for patience, and who goes first afterwards. */
export interface Gate {
  /** Waits, in the order of those who came, until a request that costs work may leave. Throws `Cancelled`. */
  enter(signal: AbortSignal): Promise<Entry>;
  /** No request before that: it was turned away, or nobody knows what became of it. */
  hold(milliseconds: number): void;
  /** How long no request may leave, in ms; 0 where one may. */
  closedForMs(): number;
}

/** Every entry is left again, once. `closed`: for longer than anybody is kept waiting. */
export type Entry =
  | { readonly kind: 'in'; readonly leave: (how: 'well' | 'otherwise') => void }
  | { readonly kind: 'closed'; readonly forMs: number };

/** So many at once is as good as no limit. */
const wideOpen = 64;
/** Not all who were told the same time come at the same moment, in ms. */
const spreadMs = 25;

/**
 * After trouble one request goes first; with every one that succeeds, twice as many may be under way. What entered before
 * the last trouble tells nothing of the time after it: it neither widens the gate nor counts as being inside.
 */
export function createGate({ nowMs, wait }: Pace, random: Random): Gate {
  let openAt = 0;
  let width = wideOpen;
  let inside = 0;
  let holds = 0;
  let alarm: AbortController | undefined;
  const waiting: ((entry: Entry) => void)[] = [];

  const closedForMs = () => Math.max(0, openAt - nowMs());
  const pass = (): Entry => {
    const entered = holds;
    inside++;
    return {
      kind: 'in',
      leave(how) {
        if (entered !== holds) return;
        inside--;
        if (how === 'well') width = Math.min(wideOpen, width * 2);
        admit();
      },
    };
  };
  const admit = () => {
    const forMs = closedForMs();
    while (forMs > longestAskedMs && waiting.length > 0) waiting.shift()?.({ kind: 'closed', forMs });
    while (forMs === 0 && waiting.length > 0 && (width >= wideOpen || inside < width)) waiting.shift()?.(pass());
    setAlarm(forMs);
  };
  const setAlarm = (forMs: number) => {
    if (waiting.length === 0 || forMs === 0) {
      alarm?.abort();
      alarm = undefined;
    } else if (alarm === undefined) {
      const set = new AbortController();
      alarm = set;
      const rings = wait(forMs + random.share() * spreadMs, set.signal);
      void rings.then(ring, () => undefined);
    }
  };
  const ring = () => {
    alarm = undefined;
    admit();
  };

  return {
    closedForMs,
    hold(milliseconds) {
      openAt = Math.max(openAt, nowMs() + milliseconds);
      width = 1;
      inside = 0;
      holds++;
      admit();
    },
    enter: (signal) =>
      new Promise((resolve, reject) => {
        const turn = (entry: Entry) => {
          signal.removeEventListener('abort', cancel);
          resolve(entry);
        };
        const cancel = () => {
          signal.removeEventListener('abort', cancel);
          waiting.splice(waiting.indexOf(turn), 1);
          admit();
          reject(new Cancelled('cancelled'));
        };
        if (signal.aborted) {
          reject(new Cancelled('cancelled'));
          return;
        }
        signal.addEventListener('abort', cancel);
        waiting.push(turn);
        admit();
      }),
  };
}
