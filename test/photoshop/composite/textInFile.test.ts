import { flatLayer, noise, onWhite, rect } from '../fixtures/documents';
import { insertLayerOnTop } from '../model/insertLayer';
import { knownPlanes } from '../model/newLayer';
import { canvasOf } from '../model/rects';
import type { DocumentState, Planes } from '../model/state';
import { PsdOrigin, psdOriginOf } from '../psd/origin';
import { readPsd } from '../psd/readPsd';
import { writePsd } from '../psd/writePsd';
import type { TextWay } from './blending';
import { compositeRegion } from './compositeRegion';
import { documentComposite } from './documentComposite';
import { createDrawing } from './drawing';

const whole = rect(0, 0, 16, 4);
const title = {
  ...flatLayer(2, whole, [255, 0, 0]),
  kind: 'text',
  pixels: knownPlanes({
    color: [255, 0, 0].map((value) => new Uint8Array(64).fill(value)),
    alpha: Uint8Array.from({ length: 64 }, (_, i) => i * 4),
  }),
} as const;
const veil = { ...flatLayer(3, rect(2, 0, 9, 4), [20, 90, 40]), opacity: 100 };
const drawn = (state: DocumentState, way: TextWay) => compositeRegion(state, whole, createDrawing(state, way));

/** A document with text whose file shows that picture. */
function opened(shown: (state: DocumentState) => Planes): DocumentState {
  const state = onWhite(16, 4, title);
  const file = psdOriginOf(readPsd(writePsd(state)));
  if (!file) throw new Error('a document from a file');
  const origin = new PsdOrigin(file.source, file.flavor, file.colorModeData, [], file.section, file.merged);
  origin.opened = { ...state, storedComposite: knownPlanes(shown(state)), origin };
  return origin.opened;
}

describe('text in a file', () => {
  it.each(['gamma', 'plain'] as const)('is drawn as the file shows it: %s', (way) => {
    const state = opened((shown) => drawn(shown, way));
    const changed = insertLayerOnTop(state, veil);
    expect(documentComposite(changed, canvasOf(changed))).toEqual({ planes: drawn(changed, way), notes: [] });
    expect(drawn(changed, 'gamma')).not.toEqual(drawn(changed, 'plain'));
  });

  it('that blends in neither way is said to be drawn otherwise', () => {
    const changed = insertLayerOnTop(
      opened(() => ({ color: [1, 2, 3].map((seed) => noise(8, 64, seed)) })),
      veil,
    );
    expect(documentComposite(changed, canvasOf(changed)).notes).toEqual([
      'Text may blend otherwise than drawn: the file has a way of its own for it.',
    ]);
  });
});
