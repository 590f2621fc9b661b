import { InlayError } from '../../base/errors';
import type { JobId } from '../../base/ids';
import type { Desk } from '../desk';
import { requestFrom } from '../draft';
import { make, runJob } from '../jobs/runner';
import { priceInWords } from '../labels';
import { makePictures } from '../pictures';
import type { Result } from '../state';
import type { TrayEntry } from '../tray';
import { measuresOf, verdictOf } from '../verdict';
import { placeResult } from './placeResult';

/** Runs what the panel shows. The result waits for a decision, or is placed at once if the settings say so. */
export async function runDraft(desk: Desk): Promise<void> {
  const { parts, store, tray } = desk;
  const { draft, offer, settings } = store.get();
  if (offer.kind !== 'ready') return;
  const id = parts.drawJobId();
  const request = requestFrom(draft, settings, parts.drawSeed());
  if (request instanceof InlayError) return;
  store.set((state) => ({ ...state, view: 'results', notice: undefined, offer: { kind: 'running' } }));
  const ended = await runJob(id, request, desk, async (context): Promise<readonly TrayEntry[]> => {
    const entries: TrayEntry[] = [];
    for (const made of await make(request, desk, context)) {
      const pictures = await makePictures(made.variant, made.scene.document, parts.host, context.signal);
      entries.push({ ...made, pictures });
    }
    return entries;
  });
  if (ended.kind === 'done') {
    const results = ended.value.map((entry, index) => {
      const name = index === 0 ? id : parts.drawJobId();
      tray.put(name, entry);
      return resultOf(name, entry);
    });
    const [best] = ended.value;
    if (best !== undefined && verdictOf(best.variant.findings).kind === 'look') {
      void desk.learned.remember(best.variant.plan, 'flagged');
    }
    store.set((state) => ({ ...state, results: [...results, ...state.results] }));
  }
  desk.refresh();
  if (ended.kind === 'done' && store.get().settings.placeAutomatically) await placeResult(id, desk);
}

function resultOf(id: JobId, { scene, variant, pictures }: TrayEntry): Result {
  const { request, route } = variant.plan;
  return {
    id,
    operation: request.operation,
    documentTitle: scene.title,
    before: { address: pictures.before.address, ...pictures.before.size },
    after: { address: pictures.after.address, ...pictures.after.size },
    model: route.model.spec.label,
    price: priceInWords({ ...route.price, dollars: route.price.dollars / request.variants }),
    verdict: verdictOf(variant.findings),
    measures: measuresOf(variant.findings),
    placing: false,
  };
}
