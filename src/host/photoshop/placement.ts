import { constants } from 'photoshop';
import type { LayerId } from '../../base/ids';
import type { Place } from '../../host/host';
import { readLayerProperty } from './descriptors';
import type { PhotoshopDocument, PhotoshopLayer } from './documents';

/**
 * Directly above the active layer, or the nearest place over it where nothing is torn:
 *
 *     group, masked        ◄─ above the group, if its mask, opacity, blend mode or effects would act on the result
 *       clipped to base    ◄─ above the whole stack, never between a base and what is clipped to it
 *       base (active)
 */
export async function placeAbove(document: PhotoshopDocument, active: PhotoshopLayer): Promise<Place> {
  const anchor = topOfClippingStack(document, await outermostActingGroup(document, active));
  return { active: active.id as LayerId, activeName: active.name, above: anchor.id as LayerId };
}

/** The layers over a place that can be seen: hidden while what lies at and beneath it is read. */
export function visibleLayersOver(document: PhotoshopDocument, anchor: PhotoshopLayer): readonly PhotoshopLayer[] {
  const here = siblingsOver(document, anchor).filter((layer) => layer.visible);
  return anchor.parent === null ? here : [...here, ...visibleLayersOver(document, anchor.parent)];
}

/** A layer by its id, wherever it stands. */
export function findLayer(document: PhotoshopDocument, id: LayerId): PhotoshopLayer | undefined {
  return findIn([...document.layers], id);
}

function findIn(layers: readonly PhotoshopLayer[], id: LayerId): PhotoshopLayer | undefined {
  for (const layer of layers) {
    if (layer.id === id) return layer;
    if (layer.kind !== constants.LayerKind.GROUP) continue;
    const found = findIn([...(layer.layers ?? [])], id);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function outermostActingGroup(document: PhotoshopDocument, active: PhotoshopLayer): Promise<PhotoshopLayer> {
  let anchor = active;
  for (let group = active.parent; group !== null; group = group.parent) {
    if (await acts(document, group)) anchor = group;
  }
  return anchor;
}

/** Whether a group changes what stands in it, beyond grouping it. */
async function acts(document: PhotoshopDocument, group: PhotoshopLayer): Promise<boolean> {
  if (group.blendMode !== constants.BlendMode.PASSTHROUGH || group.opacity < 100 || group.fillOpacity < 100)
    return true;
  if (group.isClippingMask || topOfClippingStack(document, group) !== group) return true;
  for (const property of ['hasUserMask', 'hasVectorMask'] as const) {
    if ((await readLayerProperty(document, group, property)) === true) return true;
  }
  return (await readLayerProperty(document, group, 'layerEffects')) !== undefined;
}

function topOfClippingStack(document: PhotoshopDocument, layer: PhotoshopLayer): PhotoshopLayer {
  let top = layer;
  for (const over of siblingsOver(document, layer)) {
    if (!over.isClippingMask) break;
    top = over;
  }
  return top;
}

/** What stands over a layer in its own group, nearest first. */
function siblingsOver(document: PhotoshopDocument, layer: PhotoshopLayer): readonly PhotoshopLayer[] {
  const siblings = [...(layer.parent === null ? document.layers : (layer.parent.layers ?? []))];
  const index = siblings.findIndex(({ id }) => id === layer.id);
  return siblings.slice(0, Math.max(0, index)).reverse();
}
