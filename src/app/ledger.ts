import { z } from 'zod';
import type { Storage } from '../host/host';

const file = 'ledger.json';
/** The oldest go first. */
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

/** Oldest first. A damaged file is as good as none. */
export async function readLedger(storage: Storage): Promise<readonly LedgerEntry[]> {
  try {
    return z.array(entry).parse(JSON.parse((await storage.read(file)) ?? '[]'));
  } catch {
    return [];
  }
}

/** Throws `host.disk-full` or `host.storage`. */
export async function writeLedger(storage: Storage, entries: readonly LedgerEntry[]): Promise<void> {
  await storage.write(file, JSON.stringify(entries.slice(-mostEntries)));
}
