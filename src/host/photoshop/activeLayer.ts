import { constants } from 'photoshop';
import { InlayError } from '../../base/errors';
import type { PhotoshopDocument, PhotoshopLayer } from './documents';

/** The one layer that the result should stand above. Throws what keeps it from being that. */
export function activeLayerOf(document: PhotoshopDocument): PhotoshopLayer {
  const [layer, ...others] = document.activeLayers;
  if (layer === undefined) throw new InlayError('host.no-layer', {});
  if (others.length > 0) throw new InlayError('host.several-layers', {});
  const about = { layer: layer.name };
  if (layer.kind === constants.LayerKind.GROUP) throw new InlayError('host.group-active', about);
  if (isHidden(layer)) throw new InlayError('host.layer-hidden', about);
  if (isLocked(layer)) throw new InlayError('host.layer-locked', about);
  return layer;
}

/** The Background's own lock does not count: nothing is ever written to it. */
function isLocked(layer: PhotoshopLayer): boolean {
  return !layer.isBackgroundLayer && (layer.allLocked || layer.pixelsLocked);
}

function isHidden(layer: PhotoshopLayer): boolean {
  return !layer.visible || (layer.parent !== null && isHidden(layer.parent));
}
