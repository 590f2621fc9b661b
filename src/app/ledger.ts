import { z } from 'zod';
import { startOfMonth, startOfToday } from '../base/clock';
import type { Storage } from '../host/host';

const file = 'ledger.json';
const putAside = 'ledger-damaged.json';
/** So many are kept one by one; of older ones, the sums. */
const mostEntries = 5000;

const entry = z.object({
  /** As `2026-11-24T12:00:00.000Z`. */
  at: z.string(),
  client: z.string(),
  provider: z.string(),
  model: z.string(),
  dollars: z.number(),
  basis: z.enum(['said', 'listed', 'possible']),
  requestId: z.string().optional(),
});

/** What a call cost, as far as anybody can know. */
export type LedgerEntry = z.infer<typeof entry>;

/** Oldest first. A damaged one is not an empty one: nobody knows what was spent. */
export type Ledger =
  { readonly kind: 'entries'; readonly entries: readonly LedgerEntry[] } | { readonly kind: 'damaged' };

export async function readLedger(storage: Storage): Promise<Ledger> {
  const text = (await storage.read(file)) ?? '[]';
  try {
    return { kind: 'entries', entries: z.array(entry).parse(JSON.parse(text)) };
  } catch {
    return { kind: 'damaged' };
  }
}

/** Throws `host.disk-full` or `host.storage`. */
export async function writeLedger(storage: Storage, entries: readonly LedgerEntry[]): Promise<void> {
  await storage.write(file, JSON.stringify(shortened(entries, startOfToday(), startOfMonth())));
}

/** An empty ledger in the place of a damaged one, which is put aside. Throws `host.disk-full` or `host.storage`. */
export async function beginLedger(storage: Storage): Promise<void> {
  await storage.write(putAside, (await storage.read(file)) ?? '');
  await storage.write(file, '[]');
}

/**
 * The oldest entries as sums, by client and by how sure they are: no sum of a day, a month or a client changes. Those of
 * today stay. `today` and `month`: when they began.
 */
export function shortened(entries: readonly LedgerEntry[], today: string, month: string): readonly LedgerEntry[] {
  const old = entries.slice(0, -mostEntries);
  const sums = new Map<string, LedgerEntry>();
  for (const { at, client, basis, dollars } of old.filter((each) => each.at < today)) {
    const key = JSON.stringify([client, basis, at >= month]);
    const before = sums.get(key)?.dollars ?? 0;
    sums.set(key, { at, client, basis, dollars: before + dollars, provider: '', model: '' });
  }
  const ofToday = old.filter(({ at }) => at >= today);
  return [...sums.values(), ...ofToday, ...entries.slice(-mostEntries)];
}
