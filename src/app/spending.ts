import type { Ledger, LedgerEntry } from './ledger';
import type { Spending } from './state';

/** What was spent, in US dollars. `since`: when the retoucher's own day and month began, as the entries tell time. */
export function spendingOf(
  ledger: Ledger,
  client: string,
  since: { readonly day: string; readonly month: string },
): Spending {
  if (ledger.kind === 'damaged') return { ledger: 'damaged', day: 0, month: 0, client: 0, unsure: 0 };
  const { entries } = ledger;
  const sum = (some: readonly LedgerEntry[]) => some.reduce((dollars, entry) => dollars + entry.dollars, 0);
  return {
    ledger: 'kept',
    day: sum(entries.filter(({ at }) => at >= since.day)),
    month: sum(entries.filter(({ at }) => at >= since.month)),
    client: sum(entries.filter((entry) => entry.client === client)),
    unsure: sum(entries.filter(({ at, basis }) => basis === 'possible' && at >= since.month)),
  };
}
