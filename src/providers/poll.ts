import type { ServiceTools } from './service';

export interface Polling {
  /** Time between the first two looks; it grows by half each time, up to `slowestMs`. */
  readonly firstMs: number;
  readonly slowestMs: number;
  readonly withinMs: number;
}

/** Looks again and again until there is something; nothing where the time ran out first. */
export async function poll<T>(
  look: () => Promise<T | undefined>,
  { firstMs, slowestMs, withinMs }: Polling,
  { pace, random }: ServiceTools,
  signal: AbortSignal,
): Promise<T | undefined> {
  const end = pace.nowMs() + withinMs;
  for (let between = firstMs; ; between = Math.min(slowestMs, between * 1.5)) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (pace.nowMs() >= end) return undefined;
    await pace.wait(between * (0.8 + 0.4 * random.share()), signal);
  }
}
