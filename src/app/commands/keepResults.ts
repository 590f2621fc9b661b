import type { JobId } from '../../base/ids';
import { notToBeLost } from '../../edit/notToBeLost';
import { isFree } from '../../edit/plan';
import type { Desk } from '../desk';
import { attempt } from '../jobs/attempt';
import type { Made } from '../jobs/runner';
import { priceInWords } from '../labels';
import { makePictures } from '../pictures';
import type { Result } from '../state';
import type { TrayEntry } from '../tray';
import { measuresOf, verdictOf } from '../verdict';

/** What was made, with the pictures that the panel shows of it. */
export async function withPictures({ scene, variant }: Made, { parts }: Desk, signal: AbortSignal): Promise<TrayEntry> {
  const picture = (until: AbortSignal) => makePictures(variant, scene, parts.host, until);
  const pictures = isFree(variant.plan) ? await picture(signal) : (await notToBeLost(picture, signal)).value;
  return { scene, variant, pictures };
}

/** Puts results where they wait for a decision; the first under the job's own name. */
export function keepResults(entries: readonly TrayEntry[], id: JobId, { parts, store, tray }: Desk): void {
  const results = entries.map((entry, index) => {
    const name = index === 0 ? id : parts.drawJobId();
    tray.put(name, entry);
    return resultOf(name, entry);
  });
  store.set((state) => ({ ...state, results: [...results, ...state.results] }));
}

/**
 * The same for what an edit from outside the panel has paid for and could not place, as far as there is room for it;
 * answers how many that are.
 */
export async function keepPaidFor(made: readonly Made[], desk: Desk): Promise<number> {
  const paidFor = made.filter(({ variant }) => !isFree(variant.plan));
  let kept = 0;
  for (const each of paidFor) {
    if (desk.tray.isFull()) return kept;
    const pictured = await attempt(
      () => withPictures(each, desk, new AbortController().signal),
      () => 'show',
    );
    if (pictured.kind !== 'done') continue;
    keepResults([pictured.value], desk.parts.drawJobId(), desk);
    kept++;
  }
  return kept;
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
