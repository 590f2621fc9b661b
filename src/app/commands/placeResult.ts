import { timeOfDay } from '../../base/clock';
import type { JobId } from '../../base/ids';
import type { Desk } from '../desk';
import { explain } from '../explain';
import { attempt } from '../jobs/attempt';
import { placeMade } from '../jobs/runner';
import type { PlacedRecord, Result } from '../state';
import { settle } from './settle';

/**
 * Places a result that waits. If that fails, the result goes on waiting, and a notice says why. What is placed by the
 * settings says nothing of what the retoucher thinks of it.
 */
export async function placeResult(id: JobId, desk: Desk, by: 'retoucher' | 'settings'): Promise<void> {
  const { parts, store, queue, tray } = desk;
  const entry = tray.get(id);
  const result = store.get().results.find((candidate) => candidate.id === id);
  if (entry === undefined || result === undefined || result.placing) return;
  markPlacing(id, true, desk);
  const ended = await attempt(
    () =>
      queue.add(id, entry.scene.document, (signal) =>
        placeMade(entry, parts, { signal, onStep: ignore, onProgress: ignore }),
      ),
    () => 'place',
  );
  markPlacing(id, false, desk);
  if (ended.kind !== 'done') {
    if (ended.kind === 'failed') store.set((state) => ({ ...state, notice: explain(ended.error) }));
    desk.refresh();
    return;
  }
  store.set((state) => ({
    ...state,
    notice: undefined,
    results: state.results.filter((other) => other.id !== id),
    placed: [placedRecord(result, ended.value.name), ...state.placed],
  }));
  tray.keepPicture(id);
  await settle(entry, ended.value, desk);
  if (by === 'retoucher') await desk.learned.remember(entry.variant.plan, 'kept');
  else desk.learned.placedUnasked(entry.variant.plan);
}

function markPlacing(id: JobId, placing: boolean, { store }: Desk): void {
  store.set((state) => ({
    ...state,
    results: state.results.map((result) => (result.id === id ? { ...result, placing } : result)),
  }));
}

function placedRecord({ id, model, price, documentTitle, after }: Result, layer: string): PlacedRecord {
  const detail = `Placed ${timeOfDay().slice(11, 16)} · ${documentTitle} · ${model} · ${price.toLowerCase()}`;
  return { id, title: layer, detail, picture: after };
}

function ignore(): void {
  // placing is too short to show its progress
}
