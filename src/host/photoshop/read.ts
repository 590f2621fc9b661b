import { constants } from 'photoshop';
import { InlayError } from '../../base/errors';
import type { DocumentId, LayerId } from '../../base/ids';
import { runSliced } from '../../base/slices';
import type { Place } from '../../host/host';
import type { Raster } from '../../image/raster';
import type { Rect } from '../../image/rect';
import { openDocument, type PhotoshopDocument, type PhotoshopLayer, spaceOfDocument } from './documents';
import { withoutTrace } from './history';
import { type ExecutionContext, inModalScope } from './modal';
import { type Block, padded, readBlock } from './pixels';
import { findLayer, visibleLayersOver } from './placement';

/** The port's `readPixels`: one short modal scope; what it hides for reading is shown again and leaves no trace. */
export async function readPixels(
  id: DocumentId,
  from: LayerId | 'composite' | { readonly beneath: Place },
  area: Rect,
  signal: AbortSignal,
): Promise<Raster> {
  const document = openDocument(id, 'The document');
  const name = layerNameOf(document, from);
  const block = await inModalScope({ name: 'Read the picture', doing: 'read the picture' }, (context) =>
    read(context, document, from, area),
  );
  if (block === undefined) throw new InlayError('edit.nothing-there', { layer: name });
  return runSliced(padded(block, area, spaceOfDocument(document)), { signal });
}

function layerNameOf(document: PhotoshopDocument, from: LayerId | 'composite' | { readonly beneath: Place }): string {
  if (from === 'composite') return document.title;
  return typeof from === 'object' ? from.beneath.activeName : (findLayer(document, from)?.name ?? '');
}

async function read(
  context: ExecutionContext,
  document: PhotoshopDocument,
  from: LayerId | 'composite' | { readonly beneath: Place },
  area: Rect,
): Promise<Block | undefined> {
  if (from === 'composite') return readComposite(context, document, area);
  if (typeof from === 'object') {
    const anchor = layerOrGone(document, from.beneath.above, from.beneath.activeName);
    return readHiding(context, document, visibleLayersOver(document, anchor), area);
  }
  return readAlone(context, document, layerOrGone(document, from, 'The layer'), area);
}

function layerOrGone(document: PhotoshopDocument, id: LayerId, name: string): PhotoshopLayer {
  const layer = findLayer(document, id);
  if (layer === undefined) throw new InlayError('host.layer-gone', { layer: name });
  return layer;
}

/** A region without pixels is a rejection in some versions and an empty picture in others: here it is nothing. */
async function readComposite(
  context: ExecutionContext,
  document: PhotoshopDocument,
  area: Rect,
): Promise<Block | undefined> {
  try {
    return await readBlock({ documentID: document.id }, area);
  } catch (error) {
    if (context.isCancelled) throw error;
    return undefined;
  }
}

async function readHiding(
  context: ExecutionContext,
  document: PhotoshopDocument,
  layers: readonly PhotoshopLayer[],
  area: Rect,
): Promise<Block | undefined> {
  if (layers.length === 0) return readComposite(context, document, area);
  return withoutTrace(context, document, async () => {
    try {
      for (const layer of layers) layer.visible = false;
      return await readComposite(context, document, area);
    } finally {
      // whether rolling back also shows the layers again is not documented
      if (!context.isCancelled) for (const layer of layers) layer.visible = true;
    }
  });
}

/**
 * A layer as it looks by itself. Reading by layer id leaves out masks, effects and opacity, and is unreliable for
 * anything but plain pixels, so all others are hidden and the composite is read.
 */
async function readAlone(
  context: ExecutionContext,
  document: PhotoshopDocument,
  layer: PhotoshopLayer,
  area: Rect,
): Promise<Block | undefined> {
  const others = othersThan(layer, [...document.layers]);
  return readHiding(context, document, others, area);
}

/** All visible layers that are neither this one, nor in it, nor around it. */
function othersThan(layer: PhotoshopLayer, siblings: readonly PhotoshopLayer[]): readonly PhotoshopLayer[] {
  return siblings.flatMap((sibling) => {
    if (sibling.id === layer.id) return [];
    if (isInside(layer, sibling)) return othersThan(layer, [...(sibling.layers ?? [])]);
    return sibling.visible ? [sibling] : [];
  });
}

function isInside(layer: PhotoshopLayer, group: PhotoshopLayer): boolean {
  if (group.kind !== constants.LayerKind.GROUP || layer.parent === null) return false;
  return layer.parent.id === group.id || isInside(layer.parent, group);
}
