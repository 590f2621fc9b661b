import { constants } from 'photoshop';
import { assert } from '../../base/assert';
import { InlayError } from '../../base/errors';
import type { LayerId } from '../../base/ids';
import type { DocumentWriter, NewLayer, PlacedLayer } from '../../host/host';
import { addAcross } from './acrossDocuments';
import { writeLayerXmp } from './descriptors';
import { isBeyondImaging, type PhotoshopDocument, type PhotoshopLayer } from './documents';
import { fillLayer } from './fillLayer';
import { growCanvas, type Grown } from './growCanvas';
import type { ExecutionContext } from './modal';
import { findLayer, placeAbove } from './placement';
import { xmpPacket } from './xmpPacket';

export interface PhotoshopWriter extends DocumentWriter {
  /** By how much what stands in the document has moved, in pixels. */
  readonly moved: () => Grown['by'];
}

/** Writes new layers into a document. Only inside a modal scope, with the history suspended. */
export function createWriter(context: ExecutionContext, document: PhotoshopDocument): PhotoshopWriter {
  const added = new Map<LayerId, PhotoshopLayer>();
  const renamed = new Map<LayerId, LayerId>();
  let moved = { x: 0, y: 0 };
  return {
    moved: () => moved,
    async addLayer(layer) {
      const active = renamed.get(layer.place.active) ?? layer.place.active;
      const made = await addLayer(context, document, { ...layer, place: { ...layer.place, active } });
      added.set(made.id as LayerId, made);
      return described(made, layer);
    },
    async growCanvas(canvas) {
      const { by, background } = await growCanvas(document, canvas);
      moved = { x: moved.x + by.x, y: moved.y + by.y };
      if (background !== undefined) renamed.set(background.was, background.is);
    },
    async group(name, ids) {
      const layers = ids.map((id) => {
        const layer = added.get(id);
        assert(layer !== undefined, 'layers that this change has added');
        return layer;
      });
      const group = await document.createLayerGroup({ name, fromLayers: layers });
      assert(group !== null, 'a group from at least one layer');
      return group.id as LayerId;
    },
  };
}

async function addLayer(
  context: ExecutionContext,
  document: PhotoshopDocument,
  layer: NewLayer,
): Promise<PhotoshopLayer> {
  const anchor = await anchorOf(document, layer);
  const made = isBeyondImaging(document)
    ? await addAcross(context, document, layer, anchor)
    : await addHere(document, layer);
  made.move(anchor, constants.ElementPlacement.PLACEBEFORE);
  if (made.isClippingMask) made.isClippingMask = false;
  try {
    await writeLayerXmp(document, made, xmpPacket(layer.provenance));
  } catch {
    // the record in the data folder says the same: an edit never fails for its label
  }
  return made;
}

async function addHere(document: PhotoshopDocument, layer: NewLayer): Promise<PhotoshopLayer> {
  const made = await document.createPixelLayer({ name: layer.name });
  assert(made !== null, 'a new layer');
  await fillLayer(document, made, layer);
  return made;
}

/** Computed anew: layers may have been grouped or clipped since the edit began. */
async function anchorOf(document: PhotoshopDocument, { place }: NewLayer): Promise<PhotoshopLayer> {
  const active = findLayer(document, place.active);
  if (active === undefined) throw new InlayError('host.layer-gone', { layer: place.activeName });
  const { above } = await placeAbove(document, active);
  const anchor = findLayer(document, above);
  assert(anchor !== undefined, 'a layer that was just found');
  return anchor;
}

/** A layer's box ends where its pixels do: Photoshop knows. */
function described(made: PhotoshopLayer, { maskInDocument }: NewLayer): PlacedLayer {
  const { left, top, right, bottom } = made.boundsNoEffects;
  return { id: made.id as LayerId, name: made.name, bounds: { left, top, right, bottom }, maskBounds: maskInDocument };
}
