import { imaging } from 'photoshop';
import type { NewLayer } from '../../host/host';
import type { Raster } from '../../image/raster';
import type { Rect } from '../../image/rect';
import { depthOfDocument, type PhotoshopDocument, type PhotoshopLayer } from './documents';
import { lendHidden, lendMask, lendPixels } from './lend';

/** Gives a new layer its pixels and its mask. */
export async function fillLayer(document: PhotoshopDocument, made: PhotoshopLayer, layer: NewLayer): Promise<void> {
  await putPixels(document, made, layer.pixels, layer.pixelsInDocument);
  await putMask(document, made, layer);
}

export async function putPixels(
  document: PhotoshopDocument,
  made: PhotoshopLayer,
  pixels: Raster,
  inDocument: Rect,
): Promise<void> {
  const target = { documentID: document.id, layerID: made.id, targetBounds: cornerOf(inDocument) };
  await lendPixels(pixels, (imageData) => imaging.putPixels({ ...target, imageData, replace: true }));
}

/** The canvas hidden first, then the patch: what Photoshop assumes outside a small mask is not documented. */
async function putMask(document: PhotoshopDocument, made: PhotoshopLayer, layer: NewLayer): Promise<void> {
  const canvas = { width: document.width, height: document.height };
  const depth = depthOfDocument(document);
  const target = { documentID: document.id, layerID: made.id, kind: 'user' } as const;
  await lendHidden(canvas, layer.mask, depth, (imageData) =>
    imaging.putLayerMask({ ...target, imageData, replace: true, targetBounds: cornerOf({ left: 0, top: 0 }) }),
  );
  await lendMask(layer.mask, depth, (imageData) =>
    imaging.putLayerMask({ ...target, imageData, replace: false, targetBounds: cornerOf(layer.maskInDocument) }),
  );
}

/** Nothing is ever scaled, so the corner is all that counts; the published types ask for more. */
function cornerOf({ left, top }: Pick<Rect, 'left' | 'top'>): Rect {
  return { left, top } as Rect;
}
