import { constants } from 'photoshop';
import { InlayError } from '../../base/errors';
import type { DocumentId, LayerId } from '../../base/ids';
import { runSliced } from '../../base/slices';
import type { Place } from '../../host/host';
import type { Raster } from '../../image/raster';
import type { Rect } from '../../image/rect';
import { openDocument, type PhotoshopDocument, type PhotoshopLayer, spaceOfDocument, whileOpen } from './documents';
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
  const block = await whileOpen(document, document.title, () =>
    lookWithout({
      document,
      name: { name: 'Read the picture', doing: 'read the picture' },
      without: () => layersWithout(document, from),
      look: (context) => readComposite(context, document, area),
    }),
  );
  if (block === undefined) throw new InlayError('edit.nothing-there', { layer });
  return runSliced(padded(block, area, space), { signal });
}

function layerNameOf(document: PhotoshopDocument, from: Source): string {
  if (from === 'composite') return document.title;
  return typeof from === 'object' ? from.beneath.activeName : (findLayer(document, from)?.name ?? '');
}

/**
 * Which layers must not be seen. Reading a layer by its id would leave out its mask, effects and opacity, and is
 * unreliable for anything but plain pixels: so all others are hidden, and what is seen is read.
 */
function layersWithout(document: PhotoshopDocument, from: Source): readonly PhotoshopLayer[] {
  if (from === 'composite') return [];
  if (typeof from !== 'object') return othersThan(layerOrGone(document, from, 'The layer'), [...document.layers]);
  return visibleLayersOver(document, layerOrGone(document, from.beneath.above, from.beneath.activeName));
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
