import { constants } from 'photoshop';
import { assert } from '../../base/assert';
import type { DocumentId } from '../../base/ids';
import type { InlayLayer, Place } from '../../host/host';
import { readLayerProperty } from './descriptors';
import { idOf, isOpen, type PhotoshopDocument, type PhotoshopLayer } from './documents';
import { findLayer } from './placement';
import { textInPacket } from './xmpPacket';

/** Our layers that are seen at a place and beneath it. Each layer's record is asked for once. */
export async function inlayLayersBeneath(
  document: PhotoshopDocument,
  { above }: Place,
): Promise<readonly InlayLayer[]> {
  const anchor = findLayer(document, above);
  assert(anchor !== undefined, 'the place of a result');
  const found: InlayLayer[] = [];
  for (const layer of seenFrom(document, anchor)) {
    if (!mayBeOurs(layer)) continue;
    const provenance = await recordOf(document, layer);
    if (provenance === undefined) continue;
    const { left, top, right, bottom } = layer.boundsNoEffects;
    found.push({ bounds: { left, top, right, bottom }, provenance });
  }
  return found;
}

function seenFrom(document: PhotoshopDocument, layer: PhotoshopLayer): readonly PhotoshopLayer[] {
  return [...seenIn(layer), ...seenUnder(document, layer)];
}

/** What stands beneath a layer in its group, and beneath the groups around it. */
function seenUnder(document: PhotoshopDocument, { id, parent }: PhotoshopLayer): readonly PhotoshopLayer[] {
  const siblings = [...(parent === null ? document.layers : (parent.layers ?? []))];
  const under = siblings.slice(siblings.findIndex((sibling) => sibling.id === id) + 1).flatMap(seenIn);
  return parent === null ? under : [...under, ...seenUnder(document, parent)];
}

function seenIn(layer: PhotoshopLayer): readonly PhotoshopLayer[] {
  if (!layer.visible) return [];
  return layer.kind === constants.LayerKind.GROUP ? [...(layer.layers ?? [])].flatMap(seenIn) : [layer];
}

/** What we make are pixel layers; the retoucher may have made smart objects of them. */
function mayBeOurs({ kind, isBackgroundLayer }: PhotoshopLayer): boolean {
  return !isBackgroundLayer && (kind === constants.LayerKind.NORMAL || kind === constants.LayerKind.SMARTOBJECT);
}

/** Under the document's id and the layer's id and name: an id that is given anew would lead to another layer. */
const records = new Map<DocumentId, Map<string, string | undefined>>();

async function recordOf(document: PhotoshopDocument, layer: PhotoshopLayer): Promise<string | undefined> {
  const known = recordsOf(document);
  const key = `${String(layer.id)} ${layer.name}`;
  if (!known.has(key)) {
    const xmp = await readLayerProperty(document, layer, 'XMPMetadataAsUTF8');
    known.set(key, typeof xmp === 'string' ? textInPacket(xmp) : undefined);
  }
  return known.get(key);
}

function recordsOf(document: PhotoshopDocument): Map<string, string | undefined> {
  const id = idOf(document);
  const known = records.get(id);
  if (known !== undefined) return known;
  for (const other of records.keys()) if (!isOpen({ id: other })) records.delete(other);
  const fresh = new Map<string, string | undefined>();
  records.set(id, fresh);
  return fresh;
}
