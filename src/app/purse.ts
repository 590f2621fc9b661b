import { startOfToday, timeOfDay } from '../base/clock';
import { InlayError, type Refusal } from '../base/errors';
import { createTurns } from '../base/turns';
import type { Purse } from '../edit/purse';
import type { Storage } from '../host/host';
import { checkCaps } from '../routing/caps';
import { type Ledger, type LedgerEntry, readLedger, writeLedger } from './ledger';
import { readKept } from './settings';
import type { Settings } from './state';

/** A purse that can also be asked beforehand. */
export interface WatchedPurse extends Purse {
  /** Reads what was spent so far. */
  look(): Promise<void>;
  /** Why a call of that price would not be sent, by these limits and by what was spent when somebody last looked. */
  objection(dollars: number, most: number | undefined, limits: Limits): Refusal | undefined;
}

type Limits = Pick<Settings, 'caps' | 'client'>;

/** Watches the limits of the settings; what is set aside for calls under way counts as spent. */
export function createPurse(storage: Storage, onPaid: () => void): WatchedPurse {
  const aside = new Set<{ readonly dollars: number; readonly client: string }>();
  let ledger: Ledger = { kind: 'entries', entries: [] };
  /** What could not be written yet: it counts, and is written with what comes next. */
  let unwritten: readonly LedgerEntry[] = [];
  /** The ledger is read, changed and written. */
  const inTurn = createTurns();
  const look = async () => {
    const read = await readLedger(storage);
    ledger = read.kind === 'damaged' ? read : { ...read, entries: [...read.entries, ...unwritten] };
  };
  const objection: WatchedPurse['objection'] = (dollars, most, limits) => {
    const waiting = [...aside].map((sum) => ({ ...sum, at: timeOfDay() }));
    if (ledger.kind === 'damaged') return dollars === 0 ? undefined : new InlayError('route.unknown-spending', {});
    return refusalFor(dollars, most, limits, [...ledger.entries, ...waiting]);
  };
  return {
    look: () => inTurn(look),
    objection,
    reserve: (dollars, most) =>
      inTurn(async () => {
        const { settings } = await readKept(storage);
        const { client } = settings;
        await look();
        const refusal = objection(dollars, most, settings);
        if (refusal !== undefined) throw refusal;
        const sum = { dollars, client };
        aside.add(sum);
        return {
          settle: (payments) =>
            inTurn(async () => {
              aside.delete(sum);
              const paid = payments.filter(({ dollars }) => dollars > 0);
              if (paid.length === 0) return;
              unwritten = [...unwritten, ...paid.map((payment) => ({ ...payment, at: timeOfDay(), client }))];
              await look();
              if (ledger.kind === 'damaged') throw new InlayError('host.storage', { doing: 'read the ledger' });
              await writeLedger(storage, ledger.entries);
              unwritten = [];
              onPaid();
            }),
        };
      }),
  };
}

type Paid = Pick<LedgerEntry, 'at' | 'client' | 'dollars'>;

function refusalFor(
  dollars: number,
  most: number | undefined,
  { caps, client }: Limits,
  paid: readonly Paid[],
): Refusal | undefined {
  const today = startOfToday();
  const spent = {
    day: sumOf(paid.filter(({ at }) => at >= today)),
    client: sumOf(paid.filter((entry) => entry.client === client)),
  };
  const call = Math.min(most ?? Infinity, caps.call ?? Infinity);
  const limits = { call, day: caps.day ?? Infinity, client: caps.client ?? Infinity };
  return checkCaps({ dollars, certainty: 'at-most' }, limits, spent);
}

function sumOf(paid: readonly Paid[]): number {
  return paid.reduce((sum, { dollars }) => sum + dollars, 0);
}
