import { z } from 'zod';
import { createTurns } from '../base/turns';
import type { Storage } from '../host/host';

const file = 'history.json';
/** The oldest go first. */
const mostEntries = 500;

const entry = z.object({
  placedAt: z.string(),
  document: z.string(),
  layer: z.string(),
  provenance: z.string(),
});

/** What was placed, and how: the same record that the layer carries, should that be lost. */
export type HistoryEntry = z.infer<typeof entry>;

/** Jobs that end together must not forget each other. */
const inTurn = createTurns();

/** Adds an entry. Throws `host.disk-full` or `host.storage`. */
export async function remember(storage: Storage, added: HistoryEntry): Promise<void> {
  await inTurn(async () => {
    const before = await readHistory(storage);
    await storage.write(file, JSON.stringify([...before, added].slice(-mostEntries)));
  });
}

/** Oldest first. A damaged file is as good as none. */
export async function readHistory(storage: Storage): Promise<readonly HistoryEntry[]> {
  const text = await storage.read(file);
  try {
    return z.array(entry).parse(JSON.parse(text ?? '[]'));
  } catch {
    return [];
  }
}
