import { throwIfAborted } from '../../base/abort';
import { InlayError } from '../../base/errors';
import type { DocumentWriter, Scene } from '../../host/host';
import { depthOfDocument, openDocument, type PhotoshopDocument } from './documents';
import { asOneState } from './history';
import { workInFront } from './inFront';
import { keepingSelection } from './selection';
import { createWriter } from './writer';

/** The port's `change`: one modal scope, one history state, all or nothing. */
export function change<T>(
  scene: Scene,
  title: string,
  signal: AbortSignal,
  work: (writer: DocumentWriter) => Promise<T>,
): Promise<T> {
  return workInFront({
    name: { name: title, doing: 'place the result' },
    document: () => {
      throwIfAborted(signal);
      return unchangedDocument(scene);
    },
    work: (context, document) =>
      asOneState(context, document, title, async () => {
        const result = await keepingSelection(context, document, () => work(createWriter(document)));
        throwIfAborted(signal);
        return result;
      }),
  });
}

/** Throws when a result would no longer fit. */
function unchangedDocument(scene: Scene): PhotoshopDocument {
  const document = openDocument(scene.document, scene.title);
  const { width, height } = scene.size;
  if (document.width !== width || document.height !== height || depthOfDocument(document) !== scene.depth) {
    throw new InlayError('host.document-changed', { title: scene.title });
  }
  return document;
}
