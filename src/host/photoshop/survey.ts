import { InlayError } from '../../base/errors';
import type { DocumentId } from '../../base/ids';
import type { DocumentGlance, Glance, InlayLayer, Scene } from '../../host/host';
import { intersect, isEmpty, rectOf } from '../../image/rect';
import { activeLayerOf } from './activeLayer';
import { readInFront } from './copyReading';
import {
  depthOfDocument,
  documentObstacle,
  documentInFront,
  idOf,
  isBeyondImaging,
  openDocument,
  type PhotoshopDocument,
  profileOf,
  spaceOfDocument,
  whileOpen,
} from './documents';
import { fixedCanvasOf } from './growCanvas';
import { inlayLayersBeneath } from './inlayLayers';
import { type ExecutionContext, readInModalScope } from './modal';
import type { Coverage } from './pixels';
import { placeAbove } from './placement';
import { readSelection, selectionBox } from './selection';

/** What can be read without a modal scope. */
export function glance(): Glance {
  const document = documentInFront();
  if (document === undefined) return { kind: 'no-document' };
  const selection = selectionBox(document);
  const obstacle = obstacleIn(document);
  return {
    kind: 'document',
    ...describe(document),
    profile: profileOf(document),
    ...(selection === undefined ? {} : { selection }),
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

/** The document in front, or the one asked for, with its selection and the place of a result. */
export async function survey(wanted?: DocumentId): Promise<Scene> {
  const document = wanted === undefined ? documentInFront() : openDocument(wanted);
  if (document === undefined) throw new InlayError('host.no-document', {});
  const obstacle = obstacleIn(document);
  if (obstacle !== undefined) throw obstacle;
  const facts = { ...describe(document), space: spaceOfDocument(document) };
  return whileOpen(document, facts.title, async () => {
    const place = await placeAbove(document, activeLayerOf(document));
    const selection = await selectionOf(document);
    const beneath = await inlayLayersBeneath(document, place);
    return { ...facts, ...(selection === undefined ? {} : { selection }), place, beneath };
  });
}

/** The port's `inlayLayers`. */
export async function inlayLayers(id: DocumentId): Promise<readonly InlayLayer[]> {
  const document = openDocument(id);
  if (obstacleIn(document) !== undefined) return [];
  return whileOpen(document, document.title, async () =>
    inlayLayersBeneath(document, await placeAbove(document, activeLayerOf(document))),
  );
}

function obstacleIn(document: PhotoshopDocument): InlayError | undefined {
  const obstacle = documentObstacle(document);
  if (obstacle !== undefined) return obstacle;
  try {
    activeLayerOf(document);
    return undefined;
  } catch (error) {
    if (error instanceof InlayError) return error;
    throw error;
  }
}

function describe(
  document: PhotoshopDocument,
): Pick<DocumentGlance, 'document' | 'title' | 'size' | 'depth' | 'fixedCanvas'> {
  const fixedCanvas = fixedCanvasOf(document);
  return {
    document: idOf(document),
    title: document.title,
    size: { width: document.width, height: document.height },
    depth: depthOfDocument(document),
    ...(fixedCanvas && { fixedCanvas }),
  };
}

async function selectionOf(document: PhotoshopDocument): Promise<Coverage | undefined> {
  const box = selectionBox(document);
  if (box === undefined) return undefined;
  if (isEmpty(intersect(box, rectOf(document)))) throw new InlayError('edit.selection-outside', {});
  const name = { name: 'Read the selection', doing: 'read the selection' };
  const read = (context: ExecutionContext) => readSelection(context, document);
  const selection = await (isBeyondImaging(document)
    ? readInFront(name, document, read)
    : readInModalScope(name, read));
  if (selection === undefined) throw new InlayError('edit.selection-too-small', { pixels: 0 });
  return selection;
}
