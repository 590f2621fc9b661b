import { InlayError } from '../../base/errors';
import type { Desk } from '../desk';
import { explain } from '../explain';
import type { Draft, RequestedReference } from '../state';

/** Looks at what of the document in front can be shown to a model. */
export function lookForPictures({ parts, store }: Desk): void {
  const glance = parts.host.glance();
  const showable = glance.kind === 'document' ? parts.host.showablePictures(glance.document) : [];
  store.set((state) => ({ ...state, showable }));
}

/** One more picture for the model, in the role that the operation needs. */
export function addReference(from: RequestedReference['from'], { store, refresh }: Desk): void {
  store.set((state) => {
    const { draft } = state;
    const references = [...draft.references, { from, role: roleFor(draft) }];
    return references.length > mostReferences ? state : { ...state, draft: { ...draft, references } };
  });
  refresh();
}

/** Lets a file be chosen; a notice says where it cannot be kept. */
export async function addFile(desk: Desk): Promise<void> {
  try {
    const file = await desk.parts.picker.pickFile(['png', 'jpg', 'jpeg', 'webp', 'gif', 'avif']);
    if (file !== undefined) addReference({ kind: 'file', ...file }, desk);
  } catch (error) {
    if (!(error instanceof InlayError)) throw error;
    desk.store.set((state) => ({ ...state, notice: explain(error) }));
  }
}

/** As many as a request takes. */
const mostReferences = 16;

function roleFor({ operation }: Draft): RequestedReference['role'] {
  if (operation === 'style') return 'style';
  return operation === 'replace' ? 'product' : 'plain';
}
