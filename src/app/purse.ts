import { timeOfDay } from '../base/clock';
import { createTurns } from '../base/turns';
import type { Purse } from '../edit/purse';
import type { Storage } from '../host/host';
import { checkCaps } from '../routing/caps';
import { type LedgerEntry, readLedger, writeLedger } from './ledger';
import { readKept } from './settings';
import type { Settings } from './state';

/** Watches the limits of the settings; what is set aside for calls under way counts as spent. */
export function createPurse(storage: Storage, onPaid: () => void): Purse {
  const aside = new Set<{ readonly dollars: number; readonly client: string }>();
  /** The ledger is read, changed and written. */
  const inTurn = createTurns();
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
              onPaid();
            }),
        };
      }),
  };
}

type Paid = Pick<LedgerEntry, 'at' | 'client' | 'dollars'>;

function claimWithin(
  dollars: number,
  most: number | undefined,
  { caps, client }: Settings,
  paid: readonly Paid[],
): void {
  const today = timeOfDay().slice(0, 10);
  const spent = {
    day: sumOf(paid.filter(({ at }) => at.startsWith(today))),
    client: sumOf(paid.filter((entry) => entry.client === client)),
  };
  const call = Math.min(most ?? Infinity, caps.call ?? Infinity);
  const limits = { call, day: caps.day ?? Infinity, client: caps.client ?? Infinity };
  const refusal = checkCaps({ dollars, certainty: 'at-most' }, limits, spent);
  if (refusal !== undefined) throw refusal;
}

function sumOf(paid: readonly Paid[]): number {
  return paid.reduce((sum, { dollars }) => sum + dollars, 0);
}
