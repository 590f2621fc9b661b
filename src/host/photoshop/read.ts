import { constants } from 'photoshop';
import { InlayError } from '../../base/errors';
import type { DocumentId, LayerId } from '../../base/ids';
import { runSliced } from '../../base/slices';
import type { Place } from '../../host/host';
import type { Raster } from '../../image/raster';
import { type Rect, rectOf } from '../../image/rect';
import { readCopyWithout, readInFront } from './copyReading';
import {
  isBeyondImaging,
  openDocument,
  type PhotoshopDocument,
  type PhotoshopLayer,
  spaceOfDocument,
  whileOpen,
} from './documents';
import { lookWithout } from './hiding';
import type { ExecutionContext } from './modal';
import { type Block, padded, readBlock } from './pixels';
import { findLayer, visibleLayersOver } from './placement';

type Source = LayerId | 'composite' | { readonly beneath: Place };

/** The port's `readPixels`: one short modal scope; what it hides for reading is shown again and leaves no trace. */
export async function readPixels(id: DocumentId, from: Source, area: Rect, signal: AbortSignal): Promise<Raster> {
  const document = openDocument(id);
  const layer = layerNameOf(document, from);
  const space = spaceOfDocument(document);
  const turned = () => turnedFor(document, from);
  const read = isBeyondImaging(document) ? readFromCopy : readDirectly;
  const block = await whileOpen(document, document.title, () => read({ document, turned, area, layer }));
  if (block === undefined) throw new InlayError('edit.nothing-there', { layer });
  return runSliced(padded(block, area, space), { signal });
}

interface Wanted {
  readonly document: PhotoshopDocument;
  readonly turned: () => readonly PhotoshopLayer[];
  readonly area: Rect;
  readonly layer: string;
}

const scopeName = { name: 'Read the picture', doing: 'read the picture' };

function readDirectly({ document, turned, area, layer }: Wanted): Promise<Block | undefined> {
  const look = (context: ExecutionContext) =>
    orNothingThere(context, layer, () => readBlock({ documentID: document.id }, area));
  return lookWithout({ document, name: scopeName, turned, look });
}

function readFromCopy({ document, turned, area, layer }: Wanted): Promise<Block | undefined> {
  return readInFront(scopeName, document, (context) =>
    readCopyWithout(context, document, turned(), area, (copy) =>
      orNothingThere(context, layer, () => readBlock({ documentID: copy.id }, rectOf(copy))),
    ),
  );
}

function layerNameOf(document: PhotoshopDocument, from: Source): string {
  if (from === 'composite') return document.title;
  return typeof from === 'object' ? from.beneath.activeName : (findLayer(document, from)?.name ?? '');
}

/**
 * Which layers must not be seen, or must be though they are hidden. Reading a layer by its id would leave out its mask,
 * effects and opacity, and is unreliable for anything but plain pixels: so all others are hidden, and what is seen is
 * read. A layer that is asked for by itself is meant also while it is hidden.
 */
function turnedFor(document: PhotoshopDocument, from: Source): readonly PhotoshopLayer[] {
  if (from === 'composite') return [];
  if (typeof from !== 'object') {
    const layer = layerOrGone(document, from, 'The layer');
    return [...othersThan(layer, [...document.layers]), ...hiddenUpFrom(layer)];
  }
  return visibleLayersOver(document, layerOrGone(document, from.beneath.above, from.beneath.activeName));
}

function layerOrGone(document: PhotoshopDocument, id: LayerId, name: string): PhotoshopLayer {
  const layer = findLayer(document, id);
  if (layer === undefined) throw new InlayError('host.layer-gone', { layer: name });
  return layer;
}

/** A region without pixels is a rejection in some versions and an empty picture in others. */
async function orNothingThere(
  context: ExecutionContext,
  layer: string,
  read: () => Promise<Block | undefined>,
): Promise<Block | undefined> {
  try {
    return await read();
  } catch (error) {
    if (context.isCancelled) throw error;
    throw new InlayError('edit.nothing-there', { layer }, error);
  }
}

/** All visible layers that are neither this one, nor in it, nor around it. */
function othersThan(layer: PhotoshopLayer, siblings: readonly PhotoshopLayer[]): readonly PhotoshopLayer[] {
  return siblings.flatMap((sibling) => {
    if (sibling.id === layer.id) return [];
    if (isInside(layer, sibling)) return othersThan(layer, [...(sibling.layers ?? [])]);
    return sibling.visible ? [sibling] : [];
  });
}

/** The layer and the groups around it, as far as they are hidden. */
function hiddenUpFrom(layer: PhotoshopLayer): readonly PhotoshopLayer[] {
  const around = layer.parent === null ? [] : hiddenUpFrom(layer.parent);
  return layer.visible ? around : [layer, ...around];
}

function isInside(layer: PhotoshopLayer, group: PhotoshopLayer): boolean {
  if (group.kind !== constants.LayerKind.GROUP || layer.parent === null) return false;
  return layer.parent.id === group.id || isInside(layer.parent, group);
}
