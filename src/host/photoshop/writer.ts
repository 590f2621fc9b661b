import { constants, imaging } from 'photoshop';
import { assert } from '../../base/assert';
import { InlayError } from '../../base/errors';
import type { LayerId } from '../../base/ids';
import type { DocumentWriter, NewLayer, PlacedLayer } from '../../host/host';
import { samplesLike } from '../../image/raster';
import type { Rect } from '../../image/rect';
import { writeLayerXmp } from './descriptors';
import { type PhotoshopDocument, type PhotoshopLayer } from './documents';
import { lendMask, lendPixels } from './lend';
import { findLayer, placeAbove } from './placement';
import { xmpPacket } from './xmpPacket';

/** Writes new layers into a document. Only inside a modal scope, with the history suspended. */
export function createWriter(document: PhotoshopDocument): DocumentWriter {
  const added = new Map<LayerId, PhotoshopLayer>();
  return {
    async addLayer(layer) {
      const made = await addLayer(document, layer);
      added.set(made.id as LayerId, made);
      return described(made, layer);
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

async function addLayer(document: PhotoshopDocument, layer: NewLayer): Promise<PhotoshopLayer> {
  const anchor = await anchorOf(document, layer);
  const made = await document.createPixelLayer({ name: layer.name });
  assert(made !== null, 'a new layer');
  made.move(anchor, constants.ElementPlacement.PLACEBEFORE);
  if (made.isClippingMask) made.isClippingMask = false;
  await putPixels(document, made, layer);
  await putMask(document, made, layer);
  try {
    await writeLayerXmp(document, made, xmpPacket(layer.provenance));
  } catch {
    // the record in the data folder says the same: an edit never fails for its label
  }
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

async function putPixels(document: PhotoshopDocument, made: PhotoshopLayer, layer: NewLayer): Promise<void> {
  const target = { documentID: document.id, layerID: made.id, targetBounds: cornerOf(layer.pixelsInDocument) };
  await lendPixels(layer.pixels, (imageData) => imaging.putPixels({ ...target, imageData, replace: true }));
}

/** The canvas hidden first, then the patch: what Photoshop assumes outside a small mask is not documented. */
async function putMask(document: PhotoshopDocument, made: PhotoshopLayer, layer: NewLayer): Promise<void> {
  const canvas = { width: document.width, height: document.height };
  const hidden = { ...canvas, data: samplesLike(layer.mask.data, canvas.width * canvas.height) };
  const target = { documentID: document.id, layerID: made.id, kind: 'user' } as const;
  await lendMask(hidden, (imageData) =>
    imaging.putLayerMask({ ...target, imageData, replace: true, targetBounds: cornerOf({ left: 0, top: 0 }) }),
  );
  await lendMask(layer.mask, (imageData) =>
    imaging.putLayerMask({ ...target, imageData, replace: false, targetBounds: cornerOf(layer.maskInDocument) }),
  );
}

/** Nothing is ever scaled, so the corner is all that counts; the published types ask for more. */
function cornerOf({ left, top }: Pick<Rect, 'left' | 'top'>): Rect {
  return { left, top } as Rect;
}

/** A layer's box ends where its pixels do: Photoshop knows. */
function described(made: PhotoshopLayer, { maskInDocument }: NewLayer): PlacedLayer {
  const { left, top, right, bottom } = made.boundsNoEffects;
  return { id: made.id as LayerId, name: made.name, bounds: { left, top, right, bottom }, maskBounds: maskInDocument };
}
