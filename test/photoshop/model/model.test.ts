import * as fc from 'fast-check';
import { noise, noiseChannel, onWhite, rect } from '../fixtures/documents';
import { allLayers, findLayer, nextLayerId, parentOf } from './findLayer';
import { insertLayerAbove, insertLayerBelow, insertLayerInside, insertLayerOnTop } from './insertLayer';
import { moveLayer } from './moveLayer';
import { newGroup, newPixelLayer } from './newLayer';
import { removeLayer } from './removeLayer';
import { replaceLayer } from './replaceLayer';
import { regionOf } from './samples';
import type { DocumentState, Rect } from './state';
import { withMask, withoutMask } from './withMask';
import { withPixels } from './withPixels';
import { deselect, selectChannel, selectCoverage, selectRectangle } from './withSelection';

const child = newPixelLayer(3, 'Child');
const group = newGroup(4, 'Group', [child]);
const state = onWhite(6, 5, newPixelLayer(5, 'Top'), group, newPixelLayer(2, 'Low'));

function tree({ layers }: Pick<DocumentState, 'layers'>): string {
  return layers.map(({ id, children }) => (children ? `${id}(${tree({ layers: children })})` : `${id}`)).join(' ');
}

describe('layers', () => {
  it('are found with their parents', () => {
    expect(findLayer(state, 3)).toBe(child);
    expect([parentOf(state, 3)?.id, parentOf(state, 5)]).toEqual([4, undefined]);
    expect(nextLayerId(state)).toBe(6);
    expect(allLayers(state).map(({ id }) => id)).toEqual([5, 4, 3, 2, 1]);
  });

  it('are put above, below, inside and on top', () => {
    const fresh = newPixelLayer(9, 'New');
    expect(tree(insertLayerAbove(state, 3, fresh))).toBe('5 4(9 3) 2 1');
    expect(tree(insertLayerBelow(state, 4, fresh))).toBe('5 4(3) 9 2 1');
    expect(tree(insertLayerInside(state, 4, fresh))).toBe('5 4(9 3) 2 1');
    expect(tree(insertLayerInside(state, 4, fresh, 'bottom'))).toBe('5 4(3 9) 2 1');
    expect(tree(insertLayerOnTop(state, fresh))).toBe('9 5 4(3) 2 1');
  });

  it('are moved with all that they hold, but never into themselves', () => {
    expect(tree(moveLayer(state, 4, { below: 2 }))).toBe('5 2 4(3) 1');
    expect(tree(moveLayer(state, 5, { inside: 4, at: 'bottom' }))).toBe('4(3 5) 2 1');
    expect(tree(moveLayer(state, 3, { above: 1 }))).toBe('5 4() 2 3 1');
    expect(moveLayer(state, 4, { inside: 4 })).toBe(state);
    expect(moveLayer(state, 4, { above: 3 })).toBe(state);
  });

  it('are removed, and then not active any more', () => {
    const active = { ...state, activeLayers: [3, 5] };
    expect(tree(removeLayer(active, 4))).toBe('5 2 1');
    expect(removeLayer(active, 4).activeLayers).toEqual([5]);
  });

  it('share with the state before all that did not change', () => {
    const changed = replaceLayer(state, 3, (layer) => ({ ...layer, name: 'x' }));
    expect(changed.layers[0]).toBe(state.layers[0]);
    expect(changed.layers[1]).not.toBe(state.layers[1]);
    expect(replaceLayer(state, 99, (layer) => ({ ...layer, name: 'x' }))).toBe(state);
  });
});

describe('pixels', () => {
  const block = (bounds: Rect, value: number, alpha: readonly number[]) => ({
    bounds,
    planes: { color: [0, 1, 2].map(() => new Uint8Array(alpha.length).fill(value)), alpha: Uint8Array.from(alpha) },
  });

  it('are trimmed to what is not wholly transparent', () => {
    const layer = findLayer(withPixels(state, 2, block(rect(1, 1, 4, 3), 7, [0, 0, 0, 0, 9, 0]), 'replace'), 2);
    expect(layer?.bounds).toEqual(rect(2, 2, 3, 3));
    expect(layer?.pixels.read()).toEqual({ color: [0, 1, 2].map(() => Uint8Array.of(7)), alpha: Uint8Array.of(9) });
  });

  it('replace all that was there, or patch it', () => {
    const first = withPixels(state, 2, block(rect(0, 0, 2, 1), 1, [255, 255]), 'replace');
    const patched = findLayer(withPixels(first, 2, block(rect(1, 0, 4, 1), 2, [100, 0, 50]), 'patch'), 2);
    expect(patched?.bounds).toEqual(rect(0, 0, 4, 1));
    expect(patched?.pixels.read().alpha).toEqual(Uint8Array.of(255, 100, 0, 50));
    const replaced = findLayer(withPixels(first, 2, block(rect(3, 0, 4, 1), 2, [50]), 'replace'), 2);
    expect(replaced?.bounds).toEqual(rect(3, 0, 4, 1));
  });

  it('leave an empty layer when all is transparent', () => {
    const layer = findLayer(withPixels(state, 2, block(rect(0, 0, 1, 1), 1, [0]), 'replace'), 2);
    expect([layer?.bounds, layer?.pixels.read().color]).toEqual([rect(0, 0, 0, 0), []]);
  });

  it('of a Background stay whole and opaque', () => {
    const planes = { color: [1, 2, 3].map((value) => Uint8Array.of(value)) };
    const layer = findLayer(withPixels(state, 1, { bounds: rect(2, 0, 3, 1), planes }, 'patch'), 1);
    expect([...(layer?.pixels.read().color[0] ?? [])].slice(0, 4)).toEqual([255, 255, 1, 255]);
    expect(layer?.pixels.read().alpha).toBeUndefined();
  });
});

describe('masks', () => {
  const samples = Uint8Array.of(0, 0, 5, 0);

  it('are made, and trimmed to what differs from the outside', () => {
    const layer = findLayer(withMask(state, 2, { bounds: rect(0, 0, 4, 1), samples }, 'replace'), 2);
    expect(layer?.mask).toMatchObject({ bounds: rect(2, 0, 3, 1), outside: 0, disabled: false, density: 255 });
    expect(layer?.mask?.samples()).toEqual(Uint8Array.of(5));
    expect(findLayer(withoutMask(withMask(state, 2, { bounds: rect(0, 0, 4, 1), samples }, 'replace'), 2), 2)).toEqual(
      findLayer(state, 2),
    );
  });

  it('keep what a patch does not reach, and the value outside', () => {
    const open = withMask(state, 2, { bounds: rect(0, 0, 4, 1), samples }, 'replace', 255);
    const { mask } =
      findLayer(withMask(open, 2, { bounds: rect(4, 0, 6, 1), samples: Uint8Array.of(9, 255) }, 'patch'), 2) ?? {};
    expect([mask?.bounds, mask?.outside]).toEqual([rect(0, 0, 5, 1), 255]);
    expect(mask?.samples()).toEqual(Uint8Array.of(0, 0, 5, 0, 9));
  });

  it('say everywhere what was put, whatever the block', () => {
    const values = fc.array(fc.constantFrom(0, 1, 255), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.constantFrom(0, 255), (list, outside) => {
        const bounds = rect(1, 1, 5, 4);
        const put = withMask(state, 2, { bounds, samples: Uint8Array.from(list) }, 'replace', outside);
        const mask = findLayer(put, 2)?.mask;
        const seen = mask && regionOf(mask.samples(), mask.bounds, bounds, mask.outside);
        expect([...(seen ?? [])]).toEqual(list);
      }),
    );
  });
});

describe('the selection', () => {
  it('may be a rectangle, also beyond the canvas, and more than one', () => {
    const first = selectRectangle(state, rect(-1, 0, 2, 2));
    expect(first.selection?.bounds).toEqual(rect(-1, 0, 2, 2));
    const both = selectRectangle(first, rect(3, 0, 4, 1), 'extend');
    expect(both.selection?.bounds).toEqual(rect(-1, 0, 4, 2));
    expect([...(both.selection?.samples ?? [])]).toEqual([255, 255, 255, 0, 255, 255, 255, 255, 0, 0]);
  });

  it('keeps soft edges, and is gone when nothing is in it', () => {
    const soft = selectCoverage(state, { bounds: rect(0, 0, 3, 1), samples: Uint8Array.of(0, 7, 200) });
    expect(soft.selection).toEqual({ bounds: rect(1, 0, 3, 1), samples: Uint8Array.of(7, 200) });
    expect(selectCoverage(soft, { bounds: rect(0, 0, 1, 1), samples: Uint8Array.of(0) })).toEqual(state);
    expect('selection' in deselect(soft)).toBe(false);
  });

  it('may come from a saved channel', () => {
    const saved = { ...state, channels: [noiseChannel(4, 'A', state)] };
    expect(selectChannel(saved, 4).selection?.samples.length).toBe(30);
    expect([...(selectChannel(saved, 4).selection?.samples ?? [])]).toEqual([...noise(8, 30, 4)]);
    expect(selectChannel(saved, 5)).toBe(saved);
  });
});
