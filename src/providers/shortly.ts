import type { Pace } from '../base/pace';

/** No longer is anybody kept waiting for what only tidies up, in ms. */
const withinMs = 10_000;

/** Does something that tidies up, for a short time and whatever comes of it: also after the edit was cancelled. */
export async function shortly(work: (signal: AbortSignal) => Promise<unknown>, pace: Pace): Promise<void> {
  const patience = new AbortController();
  const done = work(patience.signal).catch(() => undefined);
  await Promise.race([done, pace.wait(withinMs, patience.signal).catch(() => undefined)]);
  patience.abort();
}
