import { Cancelled } from '../../base/abort';
import { InlayError } from '../../base/errors';
import { readLook as look } from '../../edit/readLook';
import type { Desk } from '../desk';
import { requestFrom } from '../draft';
import { explain } from '../explain';

/** Measures light and grade where the next edit would be; what was seen stands among the additions, to be changed. */
export async function readLook({ parts, store, refresh }: Desk): Promise<void> {
  const { draft, settings } = store.get();
  const request = requestFrom(draft, settings, 0);
  if (request instanceof InlayError) return;
  try {
    const scene = await parts.host.survey();
    const seen = {
      document: scene.document,
      look: await look(request, scene, parts.host, new AbortController().signal),
    };
    store.set((state) => ({ ...state, draft: { ...state.draft, seen } }));
  } catch (error) {
    if (error instanceof Cancelled) return;
    if (!(error instanceof InlayError)) throw error;
    store.set((state) => ({ ...state, notice: explain(error) }));
  }
  refresh();
}
