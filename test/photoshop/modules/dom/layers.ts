import { platformError } from '../errors';
import type { Session } from '../session';
import { strict } from '../strict';
import { createLayer } from './layer';
import type { LayerObject, Layers } from './types';

/** A list of layers, top to bottom; in all else an array. */
export function createLayers(session: Session, documentId: number, ids: readonly number[]): Layers {
  const list = ids.map((id) => createLayer(session, documentId, id));
  const members = Object.defineProperties(list, {
    typename: { value: 'Layers' },
    getByName: { value: (name: string) => named(list, name) },
  });
  return strict(session.book, 'Layers', members as Layers);
}

function named(list: readonly LayerObject[], name: string): LayerObject {
  const found = list.find((layer) => layer.name === name);
  if (!found) throw platformError(`There is no layer named "${name}".`, -25922);
  return found;
}
