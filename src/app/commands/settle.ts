import { timeOfDay } from '../../base/clock';
import { InlayError } from '../../base/errors';
import { operations } from '../../edit/operations';
import { provenanceOf } from '../../edit/provenance';
import type { PlacedLayer } from '../../host/host';
import type { Desk } from '../desk';
import { explain } from '../explain';
import { remember } from '../history';
import type { Made } from '../jobs/runner';

/** After a layer stands: what made it is remembered, for the session and beyond, and recorded into an Action. */
export async function settle({ scene, variant }: Made, layer: PlacedLayer, desk: Desk): Promise<void> {
  // what was measured of this picture says nothing of the next
  const request = { ...variant.plan.request, seen: undefined };
  desk.parts.recorder.record(`${operations[request.operation].label} with Inlay`, request);
  desk.refresh();
  await desk.kept.change((before) => ({ ...before, lastRequest: request }));
  const provenance = JSON.stringify(provenanceOf(variant));
  try {
    const entry = { placedAt: timeOfDay(), document: scene.title, layer: layer.name, provenance };
    await remember(desk.parts.storage, entry);
  } catch (error) {
    // the layer stands and says the same: only the copy of its record is missing
    if (!(error instanceof InlayError)) throw error;
    desk.store.set((state) => ({ ...state, notice: explain(error) }));
  }
}
