import { flatLayer, layeredDocument, noise, noiseLayer, noiseMask, onWhite, rect } from '../fixtures/documents';
import { insertLayerAbove, insertLayerOnTop } from '../model/insertLayer';
import { canvasOf } from '../model/rects';
import { removeLayer } from '../model/removeLayer';
import { replaceLayer } from '../model/replaceLayer';
import type { Depth, DocumentState, LazyPlanes } from '../model/state';
import { PsdOrigin, psdOriginOf } from '../psd/origin';
import { readPsd } from '../psd/readPsd';
import { writePsd } from '../psd/writePsd';
import { CannotDraw } from './cannotDraw';
import { changedAreas } from './changedAreas';
import { compositeRegion } from './compositeRegion';
import { documentComposite } from './documentComposite';

/** A document as if its file had shown something else than its layers do. */
function opened(depth: Depth, composite: LazyPlanes | 'none', change = (state: DocumentState) => state): DocumentState {
  const { storedComposite: _stored, ...state } = change(layeredDocument(depth));
  const file = psdOriginOf(readPsd(writePsd(layeredDocument(depth))));
  if (!file) throw new Error('a document from a file');
  const origin = new PsdOrigin(file.source, file.flavor, file.colorModeData, [], file.section, file.merged);
  const whole = { ...state, ...(composite !== 'none' && { storedComposite: composite }), origin };
  origin.opened = whole;
  return whole;
}

function storedNoise(depth: Depth): LazyPlanes {
  const color = [71, 72, 73].map((seed) => noise(depth, 40 * 30, seed));
  return { read: () => ({ color }) };
}

const adjustment = { ...flatLayer(90, rect(0, 0, 0, 0), [0, 0, 0]), name: 'Curves 1', kind: 'adjustment' } as const;

describe.each([8, 16] as const)('the composite of a document of %i bits', (depth) => {
  const stored = storedNoise(depth);
  const state = opened(depth, stored);
  const whole = canvasOf(state);
  const patch = {
    ...noiseLayer(40, 'Patch', rect(10, 8, 20, 18), depth),
    mask: noiseMask(rect(12, 9, 18, 15), depth, 4),
  };

  it('is the stored one, where nothing was changed', () => {
    expect(documentComposite(state, whole)).toEqual({ planes: stored.read(), notes: [] });
    expect(
      documentComposite(
        replaceLayer(state, 6, (layer) => ({ ...layer, name: 'x' })),
        whole,
      ).planes,
    ).toEqual(stored.read());
  });

  it('takes new values only inside what was changed', () => {
    const { planes } = documentComposite(insertLayerOnTop(state, patch), whole);
    planes.color.forEach((plane, c) => {
      plane.forEach((value, i) => {
        const [x, y] = [i % 40, Math.floor(i / 40)];
        const isInside = x >= 12 && x < 18 && y >= 9 && y < 15;
        if (!isInside && value !== stored.read().color[c]?.[i]) throw new Error(`${x}, ${y} was changed`);
      });
    });
    expect(planes.color).not.toEqual(stored.read().color);
  });

  it('is drawn anew where hiding layers makes a difference', () => {
    const hidden = replaceLayer(replaceLayer(state, 7, off), 2, off);
    const [before, after] = [compositeRegion(state, whole), compositeRegion(hidden, whole)];
    const isSame = (i: number) => after.color.every((plane, c) => plane[i] === before.color[c]?.[i]);
    const expected = after.color.map((plane, c) =>
      plane.map((v, i) => (isSame(i) ? (stored.read().color[c]?.[i] ?? v) : v)),
    );
    expect(documentComposite(hidden, whole).planes.color).toEqual(expected);
    expect(expected).not.toEqual(stored.read().color);
  });

  it('gets alpha when the Background is hidden', () => {
    expect(documentComposite(replaceLayer(state, 1, off), whole).planes.alpha).toBeDefined();
  });

  it('is built on the stored one when a layer comes over what cannot be drawn', () => {
    const odd = opened(depth, stored, (base) => insertLayerOnTop(base, adjustment));
    const { planes, notes } = documentComposite(
      insertLayerOnTop(odd, { ...patch, mask: noiseMask(rect(0, 0, 40, 30), depth, 1, 1) }),
      whole,
    );
    expect(notes).toEqual([
      'The composite is built on the one stored in the file, because of the adjustment layer “Curves 1”.',
    ]);
    expect(planes.color[0]?.subarray(0, 40 * 8)).toEqual(stored.read().color[0]?.subarray(0, 40 * 8));
  });

  it('is an estimate, and says so, when something is changed beneath what cannot be drawn', () => {
    const odd = opened(depth, stored, (base) => insertLayerOnTop(base, adjustment));
    const { planes, notes } = documentComposite(insertLayerAbove(odd, 1, patch), whole);
    expect(notes[0]).toMatch(/is an estimate .* because of the adjustment layer “Curves 1”\.$/);
    expect(planes.color[0]?.[0]).toBe(stored.read().color[0]?.[0]);
  });

  it('is refused where nothing is stored and something cannot be drawn', () => {
    const odd = opened(depth, 'none', (base) => insertLayerOnTop(base, adjustment));
    expect(() => documentComposite(odd, whole)).toThrow(CannotDraw);
    expect(() => documentComposite(odd, whole)).toThrow(/because of the adjustment layer “Curves 1”\.$/);
  });

  it('goes into the file as it is served', () => {
    const file = readPsd(writePsd(layeredDocument(depth)));
    for (const changed of [
      insertLayerOnTop(file, patch),
      insertLayerAbove(file, 1, patch),
      removeLayer(file, 7),
      replaceLayer(file, 1, off),
      replaceLayer(file, 2, (layer) => ({ ...layer, opacity: 20 })),
    ]) {
      const served = documentComposite(changed, whole).planes;
      const written = readPsd(writePsd(changed)).storedComposite?.read();
      expect(written?.alpha).toEqual(served.alpha);
      if (!served.alpha) expect(written?.color).toEqual(served.color);
      expect(served).toEqual(compositeRegion(changed, whole));
    }
  });
});

describe('changed areas', () => {
  const a = flatLayer(2, rect(0, 0, 2, 2), [1, 1, 1]);
  const b = flatLayer(3, rect(6, 6, 8, 8), [1, 1, 1]);
  const state = onWhite(10, 10, b, a);

  it('are where layers came, went, changed or changed places', () => {
    expect(changedAreas(state, state)).toEqual([]);
    expect(changedAreas(state, removeLayer(state, 3))).toEqual([rect(6, 6, 8, 8)]);
    expect(changedAreas(state, replaceLayer(state, 2, off))).toEqual([rect(0, 0, 2, 2)]);
    const swapped = { ...state, layers: [a, b, ...state.layers.slice(2)] };
    expect(changedAreas(state, swapped)).toEqual([rect(6, 6, 8, 8), rect(0, 0, 2, 2)]);
  });

  it('are only as large as the mask that hides the rest', () => {
    const masked = { ...flatLayer(4, rect(0, 0, 10, 10), [0, 0, 0]), mask: noiseMask(rect(4, 4, 5, 5), 8, 1) };
    expect(changedAreas(state, insertLayerOnTop(state, masked))).toEqual([rect(4, 4, 5, 5)]);
  });

  it('do not depend on names, locks and active layers', () => {
    const renamed = replaceLayer(state, 2, (layer) => ({ ...layer, name: 'x', xmp: '<x/>' }));
    expect(changedAreas(state, { ...renamed, activeLayers: [3] })).toEqual([]);
  });
});

function off<T extends object>(layer: T): T & { readonly visible: false } {
  return { ...layer, visible: false };
}
