import { noiseLayer } from '../../photoshop/fixtures/documents';
import { insertLayerOnTop } from '../../photoshop/model/insertLayer';
import { canvasOf } from '../../photoshop/model/rects';
import { replaceLayer } from '../../photoshop/model/replaceLayer';
import type { DocumentState, Rect } from '../../photoshop/model/state';
import { withPixels } from '../../photoshop/model/withPixels';

/** What is done to a document between opening and saving it; all but the first change the whole picture. */
export const changes: ReadonlyMap<string, (state: DocumentState) => DocumentState> = new Map([
  [
    'a new layer',
    (state: DocumentState) =>
      insertLayerOnTop(state, grain(state, { left: 2000, top: 1500, right: 3000, bottom: 2300 })),
  ],
  ['a whole new layer', (state) => insertLayerOnTop(state, { ...grain(state, canvasOf(state)), opacity: 128 })],
  ['another opacity', (state) => replaceLayer(state, 4, (layer) => ({ ...layer, opacity: 200 }))],
  ['a layer hidden', (state) => replaceLayer(state, 4, (layer) => ({ ...layer, visible: false }))],
  [
    'a layer repainted',
    (state) => {
      const bounds = canvasOf(state);
      return withPixels(state, 4, { bounds, planes: grain(state, bounds).pixels.read() }, 'replace');
    },
  ],
]);

function grain({ depth, mode }: DocumentState, bounds: Rect) {
  return noiseLayer(9, 'New', bounds, depth, 9, mode);
}
