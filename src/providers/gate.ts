import type { Pace } from '../base/pace';
import type { Random } from '../base/random';

/** What all calls to one service share: who waits while it asks for patience, and who goes first afterwards. */
export interface Gate {
  /** Waits until a request that costs work may leave. Every entry is left again. */
  enter(signal: AbortSignal): Promise<void>;
  /** `trouble`: it was turned away. */
  leave(how: 'well' | 'trouble'): void;
  /** No request before that. */
  hold(milliseconds: number): void;
}

/** So many at once is as good as no limit. */
const wideOpen = 64;
/** How often those who wait look again, in ms. */
const lookMs = 25;

/** After trouble one request goes first; with every one that succeeds, twice as many may be under way. */
export function createGate({ nowMs, wait }: Pace, random: Random): Gate {
  let openAt = 0;
  let width = wideOpen;
  let inside = 0;
  return {
    async enter(signal) {
      for (;;) {
        const closedFor = openAt - nowMs();
        if (closedFor <= 0 && (width >= wideOpen || inside < width)) break;
        await wait(Math.max(closedFor, lookMs) + random.share() * lookMs, signal);
      }
      inside++;
    },
    leave(how) {
      inside--;
      width = how === 'well' ? Math.min(wideOpen, width * 2) : 1;
    },
    hold(milliseconds) {
      openAt = Math.max(openAt, nowMs() + milliseconds);
      width = 1;
    },
  };
}
