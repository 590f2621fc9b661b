import type { DocumentId } from '../base/ids';
import type { Host, InlayLayer } from '../host/host';

/** What of ours is seen where the next result would go: edits in a row show, and some models hold out longer. */
export interface Beneath {
  /** As it was when somebody last looked. */
  present(document: DocumentId): readonly InlayLayer[];
  /** One look at a time; `onChange` hears where it found something else. */
  look(document: DocumentId): Promise<void>;
}

export function createBeneath(host: Pick<Host, 'inlayLayers'>, onChange: () => void): Beneath {
  let seen: { readonly document: DocumentId; readonly layers: readonly InlayLayer[] } | undefined;
  let looking: DocumentId | undefined;
  let isStale = false;
  const present = (document: DocumentId) => (seen?.document === document ? seen.layers : []);
  const lookOnce = async (document: DocumentId) => {
    const layers = await host.inlayLayers(document).catch(() => undefined);
    if (layers === undefined || JSON.stringify(layers) === JSON.stringify(present(document))) return;
    seen = { document, layers };
    onChange();
  };
  return {
    present,
    async look(document) {
      if (looking !== undefined) {
        isStale = true;
        looking = document;
        return;
      }
      looking = document;
      do {
        isStale = false;
        await lookOnce(looking);
      } while (isStale);
      looking = undefined;
    },
  };
}
