import { InlayError } from '../../base/errors';
import { isReframed } from '../../edit/variant';
import type { Desk } from '../desk';
import { requestFrom } from '../draft';
import { make, runJob } from '../jobs/runner';
import type { TrayEntry } from '../tray';
import { verdictOf } from '../verdict';
import { keepResults, withPictures } from './keepResults';
import { placeResult } from './placeResult';

/** Runs what the panel shows. The result waits for a decision, or is placed at once if the settings say so. */
export async function runDraft(desk: Desk): Promise<void> {
  const { parts, store } = desk;
  const { draft, offer, settings } = store.get();
  if (offer.kind !== 'ready') return;
  const id = parts.drawJobId();
  const request = requestFrom(draft, settings, parts.drawSeed());
  if (request instanceof InlayError) return;
  store.set((state) => ({ ...state, view: 'results', notice: undefined, offer: { kind: 'running' } }));
  const ended = await runJob(id, request, desk, async (context) => {
    const { made, stopped } = await make(request, desk, context);
    const entries: TrayEntry[] = [];
    for (const each of made) entries.push(await withPictures(each, desk, context.signal));
    return { entries, stopped };
  });
  if (ended.kind === 'done') {
    keepResults(ended.value.entries, id, desk);
    const [best] = ended.value.entries;
    if (best !== undefined && verdictOf(best.variant.findings).kind === 'look') {
      void desk.learned.remember(best.variant.plan, 'flagged');
    }
  }
  desk.refresh();
  if (ended.kind !== 'done' || ended.value.stopped === 'yes') return;
  const [best] = ended.value.entries;
  const isCertain = best !== undefined && !isReframed(best.variant);
  if (isCertain && store.get().settings.placeAutomatically) await placeResult(id, desk, 'settings');
}
