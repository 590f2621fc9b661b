import { throwIfAborted } from '../../base/abort';
import { InlayError } from '../../base/errors';
import type { DocumentWriter, Scene } from '../../host/host';
import type { ColorSpace } from '../../image/raster';
import { depthOfDocument, documentObstacle, openDocument, type PhotoshopDocument, spaceOfDocument } from './documents';
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
        const writer = createWriter(context, document);
        const result = await keepingSelection(document, () => work(writer), writer.moved);
        throwIfAborted(signal);
        return result;
      }),
  });
}

function sameSpace(a: ColorSpace, b: ColorSpace): boolean {
  return a.model === b.model && a.profile === b.profile;
}

/** Throws when a result would no longer fit. */
function unchangedDocument(scene: Scene): PhotoshopDocument {
  const document = openDocument(scene.document, scene.title);
  const obstacle = documentObstacle(document);
  if (obstacle !== undefined) throw obstacle;
  const { width, height } = scene.size;
  const isSame = document.width === width && document.height === height && depthOfDocument(document) === scene.depth;
  // the result's values are the document's own: in another profile they would be other colors
  if (!isSame || !sameSpace(spaceOfDocument(document), scene.space)) {
    throw new InlayError('host.document-changed', { title: scene.title });
  }
  return document;
}
