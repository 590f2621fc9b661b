import { findLayer } from '../model/findLayer';
import type { DocumentState, LayerState } from '../model/state';
import { platformError } from './errors';
import { demand } from './rules';
import type { Session } from './session';
import type { OpenDocument } from './workspace';

/** The open document of that id. An id that was never given out is a refusal, one of a closed document an error. */
export function documentFor({ book, workspace }: Session, id: number): OpenDocument {
  demand(book, 'imaging.target', workspace.everHad(id), `there never was a document ${id}`);
  const document = workspace.find(id);
  if (!document) throw platformError('The document is not open.', -25922);
  return document;
}

/** The layer of that id, as `state` has it. An id that was never given out is a refusal, one of a deleted layer an error. */
export function layerFor(
  { book }: Session,
  document: OpenDocument,
  id: number,
  state: DocumentState = document.state,
): LayerState {
  document.remember();
  demand(book, 'imaging.target', document.everHadLayer(id), `document ${document.id} never had a layer ${id}`);
  const layer = findLayer(state, id);
  if (!layer) throw platformError('The layer is not available.', -25922);
  return layer;
}
