import type { DocumentState, LazyPlanes } from '../model/state';
import { psdOriginOf } from '../psd/origin';

export interface StoredComposite {
  /** The state that the composite in the file shows. */
  readonly opened: DocumentState;
  readonly composite: LazyPlanes;
}

/** The composite that came with the file, as long as it still fits the document's shape and colors. */
export function storedCompositeOf(state: DocumentState): StoredComposite | undefined {
  const opened = psdOriginOf(state)?.opened;
  const composite = opened?.storedComposite;
  if (!opened || !composite) return undefined;
  const sameShape = opened.width === state.width && opened.height === state.height && opened.depth === state.depth;
  return sameShape && opened.mode === state.mode && opened.profile === state.profile
    ? { opened, composite }
    : undefined;
}
