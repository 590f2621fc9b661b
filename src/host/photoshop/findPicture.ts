import { app, constants } from 'photoshop';
import type { DocumentId, LayerId } from '../../base/ids';
import { intersect, isEmpty, type Rect, rectOf } from '../../image/rect';
import type { FoundPicture, PictureName, ShowablePicture } from '../host';
import { idOf, openDocument, type PhotoshopDocument, type PhotoshopLayer } from './documents';

/** The port's `findPicture`: the topmost layer of that name, or the first document of that title. */
export function findPicture(id: DocumentId, name: PictureName): FoundPicture | undefined {
  return name.kind === 'layer' ? layerNamed(openDocument(id), name.name) : documentTitled(name.title);
}

/** The port's `showablePictures`. */
export function showablePictures(id: DocumentId): readonly ShowablePicture[] {
  const names = new Set<string>();
  const layers = layersOf([...openDocument(id).layers]).flatMap(({ name, kind }): ShowablePicture[] => {
    if (name === '' || names.has(name)) return [];
    names.add(name);
    return [{ from: { kind: 'layer', name }, kind: kind === constants.LayerKind.GROUP ? 'group' : 'layer' }];
  });
  const documents = [...app.documents]
    .filter((document) => idOf(document) !== id)
    .map(({ title }): ShowablePicture => ({ from: { kind: 'document', title }, kind: 'document' }));
  return [...layers, ...documents];
}

function layersOf(layers: readonly PhotoshopLayer[]): readonly PhotoshopLayer[] {
  return layers.flatMap((layer) => [layer, ...layersOf([...(layer.layers ?? [])])]);
}

function layerNamed(document: PhotoshopDocument, name: string): FoundPicture | undefined {
  const layer = layerIn([...document.layers], name);
  if (layer === undefined) return undefined;
  const { left, top, right, bottom } = layer.boundsNoEffects;
  const bounds = intersect({ left, top, right, bottom }, rectOf(document));
  return isEmpty(bounds) ? undefined : { document: idOf(document), from: layer.id as LayerId, bounds: whole(bounds) };
}

function documentTitled(title: string): FoundPicture | undefined {
  const document = [...app.documents].find((candidate) => candidate.title === title);
  return document && { document: idOf(document), from: 'composite', bounds: rectOf(document) };
}

function layerIn(layers: readonly PhotoshopLayer[], name: string): PhotoshopLayer | undefined {
  for (const layer of layers) {
    if (layer.name === name) return layer;
    const inner = layerIn([...(layer.layers ?? [])], name);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function whole({ left, top, right, bottom }: Rect): Rect {
  return { left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) };
}
