import { timeOfDay } from '../base/clock';
import { InlayError } from '../base/errors';
import type { Purse } from '../edit/purse';
import type { Storage } from '../host/host';
import { type LedgerEntry, readLedger, writeLedger } from './ledger';
import { readKept } from './settings';
import type { Settings } from './state';

/** Watches the limits of the settings; what is set aside for calls under way counts as spent. */
export function createPurse(storage: Storage): Purse {
  const aside = new Set<{ readonly dollars: number; readonly client: string }>();
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other: the ledger is read, changed and written. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  return {
    reserve: (dollars, most) =>
      inTurn(async () => {
        const { settings } = await readKept(storage);
        const { client } = settings;
        const waiting = [...aside].map((sum) => ({ ...sum, at: timeOfDay() }));
        claimWithin(dollars, most, settings, [...(await readLedger(storage)), ...waiting]);
        const sum = { dollars, client };
        aside.add(sum);
        return {
          settle: (payment) =>
            inTurn(async () => {
              aside.delete(sum);
              if (payment.dollars === 0) return;
              await writeLedger(storage, [...(await readLedger(storage)), { ...payment, at: timeOfDay(), client }]);
            }),
        };
      }),
  };
}

type Spent = Pick<LedgerEntry, 'at' | 'client' | 'dollars'>;

function claimWithin(
  dollars: number,
  most: number | undefined,
  { caps, client }: Settings,
  spent: readonly Spent[],
): void {
  if (dollars === 0) return;
  const today = timeOfDay().slice(0, 10);
  const sumOf = (counts: (entry: Spent) => boolean) =>
    spent.filter(counts).reduce((sum, entry) => sum + entry.dollars, 0);
  claimCap('call', dollars, Math.min(most ?? Infinity, caps.call ?? Infinity));
  claimCap('day', dollars, (caps.day ?? Infinity) - sumOf(({ at }) => at.startsWith(today)), caps.day);
  claimCap('client', dollars, (caps.client ?? Infinity) - sumOf((entry) => entry.client === client), caps.client);
}

function claimCap(cap: 'call' | 'day' | 'client', dollars: number, left: number, limit = left): void {
  // sums of decimal amounts end a little beside the mark
  if (dollars > left + 1e-9) throw new InlayError('route.over-cap', { cap, dollars, limit });
}
