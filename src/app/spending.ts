import type { LedgerEntry } from './ledger';
import type { Spending } from './state';

/** What was spent, in US dollars. `today` as `2026-11-24`. */
export function spendingOf(entries: readonly LedgerEntry[], client: string, today: string): Spending {
  const sum = (some: readonly LedgerEntry[]) => some.reduce((dollars, entry) => dollars + entry.dollars, 0);
  return {
    day: sum(entries.filter(({ at }) => at.startsWith(today))),
    month: sum(entries.filter(({ at }) => at.startsWith(today.slice(0, 7)))),
    client: sum(entries.filter((entry) => entry.client === client)),
    unsure: sum(entries.filter(({ at, basis }) => basis === 'possible' && at.startsWith(today.slice(0, 7)))),
  };
}
