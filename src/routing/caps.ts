import { InlayError, type Refusal } from '../base/errors';
import type { Price } from './price';

/** What may be spent, in US dollars; Infinity where there is no limit. */
export interface Caps {
  readonly call: number;
  readonly day: number;
  readonly client: number;
}

/** What was spent so far, in US dollars. */
export type Spent = Readonly<Record<'day' | 'client', number>>;

export const noCaps: Caps = { call: Infinity, day: Infinity, client: Infinity };
export const nothingSpent: Spent = { day: 0, client: 0 };

/**
 * Why a call of this price must not be sent; nothing where it may. Checked before every call, with the most that it
 * can cost. What is free is never refused.
 */
export function checkCaps({ dollars }: Price, caps: Caps, spent: Spent): Refusal | undefined {
  if (dollars === 0) return undefined;
  const sums = { call: dollars, day: spent.day + dollars, client: spent.client + dollars };
  const over = (['call', 'day', 'client'] as const).find((cap) => isOver(sums[cap], caps[cap]));
  return over === undefined ? undefined : new InlayError('route.over-cap', { cap: over, dollars, limit: caps[over] });
}

/** Whether a sum, in US dollars, breaks a limit. */
export function isOver(dollars: number, limit: number): boolean {
  return dollars > limit + smallest;
}

/** Less than any price: sums of cents are not exact. */
const smallest = 1e-9;
