import { flatLayer, onWhite, rect } from '../fixtures/documents';
import { createDocument, documentOf } from '../model/createDocument';
import { newBackground } from '../model/newBackground';
import { knownPlanes, newGroup } from '../model/newLayer';
import type { DocumentState, LayerMaskState, LayerState } from '../model/state';
import { compositeRegion } from './compositeRegion';
import { whatCannotBeDrawn } from './whatCannotBeDrawn';

const pixel = rect(0, 0, 1, 1);

/** The color of one pixel, and its alpha where there is one. */
function at(state: DocumentState, x: number, y: number): readonly number[] {
  const { color, alpha } = compositeRegion(state, rect(x, y, x + 1, y + 1));
  return [...color, ...(alpha ? [alpha] : [])].map(([value = -1]) => value);
}

function on(below: readonly number[], ...layers: readonly LayerState[]): DocumentState {
  const base = { width: 4, height: 2, mode: 'rgb', depth: 8, resolution: 72 } as const;
  const color = below.map((value) => new Uint8Array(8).fill(value));
  return documentOf(base, [...layers, newBackground(1, 4, 2, knownPlanes({ color }))]);
}

function mask(bounds: LayerMaskState['bounds'], value: number, outside = 0): LayerMaskState {
  const samples = new Uint8Array(8).fill(value);
  return { bounds, outside, samples: () => samples, disabled: false, density: 255, feather: 0 };
}

const red = flatLayer(2, rect(0, 0, 4, 2), [200, 0, 0]);

describe('normal layers', () => {
  it('cover what is below, and let it through by their opacity and fill', () => {
    expect(at(on([100, 100, 100], red), 1, 1)).toEqual([200, 0, 0]);
    expect(at(on([100, 100, 100], { ...red, opacity: 128 }), 1, 1)).toEqual([150, 50, 50]);
    expect(at(on([100, 100, 100], { ...red, opacity: 128, fillOpacity: 128 }), 1, 1)).toEqual([125, 75, 75]);
    expect(at(on([100, 100, 100], { ...red, visible: false }), 1, 1)).toEqual([100, 100, 100]);
  });

  it('may reach beyond the canvas', () => {
    const state = on([9, 9, 9], flatLayer(2, rect(-3, -3, 1, 1), [1, 2, 3]));
    expect([at(state, 0, 0), at(state, 1, 0), at(state, 0, 1)]).toEqual([
      [1, 2, 3],
      [9, 9, 9],
      [9, 9, 9],
    ]);
  });

  it('leave alpha where there is no Background', () => {
    const base = { width: 4, height: 2, mode: 'rgb', depth: 8, resolution: 72, fill: 'transparent' } as const;
    const empty = createDocument(base);
    const state = { ...empty, layers: [{ ...flatLayer(2, pixel, [10, 20, 30]), opacity: 51 }, ...empty.layers] };
    expect([at(state, 0, 0), at(state, 1, 0)]).toEqual([
      [10, 20, 30, 51],
      [0, 0, 0, 0],
    ]);
  });

  it('keep 16 bit to the last step', () => {
    const color = [1, 16384, 32768].map((value) => new Uint16Array(8).fill(value));
    const background = newBackground(1, 4, 2, knownPlanes({ color }));
    const state = documentOf({ width: 4, height: 2, mode: 'rgb', depth: 16, resolution: 72 }, [background]);
    expect(at(state, 3, 1)).toEqual([1, 16384, 32768]);
  });
});

describe('masks', () => {
  it('hide by their value, and outside by the value there', () => {
    const masked = { ...red, mask: mask(rect(0, 0, 2, 2), 51) };
    expect([at(on([0, 0, 100], masked), 0, 0), at(on([0, 0, 100], masked), 2, 0)]).toEqual([
      [40, 0, 80],
      [0, 0, 100],
    ]);
    const open = { ...red, mask: mask(rect(0, 0, 2, 2), 0, 255) };
    expect([at(on([0, 0, 100], open), 0, 0), at(on([0, 0, 100], open), 2, 0)]).toEqual([
      [0, 0, 100],
      [200, 0, 0],
    ]);
  });

  it('hide less at a lower density, and nothing when they are off', () => {
    const half = { ...mask(rect(0, 0, 2, 2), 0), density: 51 };
    expect(at(on([0, 0, 0], { ...red, mask: half }), 0, 0)).toEqual([160, 0, 0]);
    expect(at(on([0, 0, 0], { ...red, mask: half }), 3, 0)).toEqual([160, 0, 0]);
    expect(at(on([0, 0, 0], { ...red, mask: { ...half, disabled: true } }), 0, 0)).toEqual([200, 0, 0]);
  });
});

describe('groups', () => {
  const multiply = { ...flatLayer(3, rect(0, 0, 4, 2), [128, 128, 128]), blendMode: 'mul ' };

  it('that pass through let their layers act on what is below', () => {
    expect(at(on([200, 100, 50], newGroup(4, 'G', [multiply])), 0, 0)).toEqual([100, 50, 25]);
  });

  it('that are isolated do not', () => {
    const isolated = { ...newGroup(4, 'G', [multiply]), blendMode: 'norm' };
    expect(at(on([200, 100, 50], isolated), 0, 0)).toEqual([128, 128, 128]);
  });

  it('fade what they do by opacity and mask, also when they pass through', () => {
    const half = { ...newGroup(4, 'G', [multiply]), opacity: 51 };
    expect(at(on([200, 100, 50], half), 0, 0)).toEqual([180, 90, 45]);
    const masked = { ...newGroup(4, 'G', [multiply]), mask: mask(rect(0, 0, 2, 2), 51) };
    expect(at(on([200, 100, 50], masked), 0, 0)).toEqual([180, 90, 45]);
    expect(at(on([200, 100, 50], masked), 2, 0)).toEqual([200, 100, 50]);
  });

  it('nest', () => {
    const inner = { ...newGroup(5, 'Inner', [{ ...red, opacity: 128 }]), blendMode: 'norm', opacity: 128 };
    expect(at(on([100, 100, 100], newGroup(6, 'Outer', [inner])), 0, 0)).toEqual([125, 75, 75]);
  });

  it('that are artboards cut off what reaches beyond them', () => {
    const artboard = { ...newGroup(4, 'Artboard', [red]), artboard: rect(0, 0, 2, 2) };
    expect([at(on([7, 7, 7], artboard), 1, 0), at(on([7, 7, 7], artboard), 2, 0)]).toEqual([
      [200, 0, 0],
      [7, 7, 7],
    ]);
  });
});

describe('clipping', () => {
  const base = { ...flatLayer(3, rect(0, 0, 2, 2), [0, 0, 200]), opacity: 128 };
  const clipped = { ...red, clipped: true };

  it('shows a layer only where its base is, and as faint as that', () => {
    const state = on([100, 100, 100], clipped, base);
    expect([at(state, 0, 0), at(state, 2, 0)]).toEqual([
      [150, 50, 50],
      [100, 100, 100],
    ]);
  });

  it('mixes with the base before anything else', () => {
    expect(at(on([0, 0, 0], { ...clipped, opacity: 128 }, { ...base, opacity: 255 }), 0, 0)).toEqual([100, 0, 100]);
    const multiplied = { ...clipped, blendMode: 'mul ' };
    expect(at(on([255, 255, 255], multiplied, { ...base, opacity: 255 }), 0, 0)).toEqual([0, 0, 0]);
  });

  it('goes with its base when that is hidden', () => {
    expect(at(on([9, 9, 9], clipped, { ...base, visible: false }), 0, 0)).toEqual([9, 9, 9]);
  });
});

/** What Photoshop shows for 200, 100, 50 over 60, 128, 230, by the published formulas. */
const blends: readonly (readonly [string, string, readonly number[]])[] = [
  ['darken', 'dark', [60, 100, 50]],
  ['multiply', 'mul ', [47, 50, 45]],
  ['color burn', 'idiv', [6, 0, 128]],
  ['linear burn', 'lbrn', [5, 0, 25]],
  ['darker color', 'dkCl', [60, 128, 230]],
  ['lighten', 'lite', [200, 128, 230]],
  ['screen', 'scrn', [213, 178, 235]],
  ['color dodge', 'div ', [255, 211, 255]],
  ['linear dodge', 'lddg', [255, 228, 255]],
  ['lighter color', 'lgCl', [200, 100, 50]],
  ['overlay', 'over', [94, 101, 215]],
  ['soft light', 'sLit', [96, 114, 216]],
  ['hard light', 'hLit', [171, 100, 90]],
  ['vivid light', 'vLit', [139, 93, 191]],
  ['linear light', 'lLit', [205, 73, 75]],
  ['pin light', 'pLit', [145, 128, 100]],
  ['hard mix', 'hMix', [255, 0, 255]],
  ['difference', 'diff', [140, 28, 180]],
  ['exclusion', 'smud', [166, 128, 190]],
  ['subtract', 'fsub', [0, 28, 180]],
  ['divide', 'fdiv', [76, 255, 255]],
];

describe('text', () => {
  /** Coverage of red text on white, and the green that Photoshop 22 shows of it in sRGB. */
  const edges = [
    [17, 244],
    [51, 221],
    [102, 184],
    [136, 156],
    [204, 88],
    [238, 38],
    [255, 0],
  ] as const;

  it.each(edges)('that covers %i of 255 blends in a gamma of its own', (coverage, expected) => {
    const plain = flatLayer(2, rect(0, 0, 4, 2), [255, 0, 0]);
    const alpha = new Uint8Array(8).fill(coverage);
    const pixels = knownPlanes({ color: plain.pixels.read().color, alpha });
    const [red = -1, green = -1] = at(on([255, 255, 255], { ...plain, kind: 'text', pixels }), 0, 0);
    expect(red).toBe(255);
    expect(Math.abs(green - expected)).toBeLessThanOrEqual(1);
  });

  it('blends like everything else in other modes than Normal', () => {
    const text = { ...flatLayer(2, rect(0, 0, 4, 2), [128, 128, 128]), kind: 'text', opacity: 128 } as const;
    const multiplied = { ...text, blendMode: 'mul ' };
    expect(at(on([200, 200, 200], multiplied), 0, 0)).toEqual(
      at(on([200, 200, 200], { ...multiplied, kind: 'pixel' }), 0, 0),
    );
  });
});

describe('blend modes', () => {
  it.each(blends)('%s', (_name, blendMode, expected) => {
    const state = on([60, 128, 230], { ...flatLayer(2, rect(0, 0, 4, 2), [200, 100, 50]), blendMode });
    expect(at(state, 0, 0)).toEqual(expected);
    expect(whatCannotBeDrawn(state, pixel)).toEqual([]);
  });

  /** Layer, what is below it, and what Photoshop has left of them in published files. */
  const ends = [
    ['vivid light, black on white', 'vLit', 0, 255, 0],
    ['vivid light, white on black', 'vLit', 255, 0, 255],
    ['hard mix, in the middle from below', 'hMix', 75, 180, 255],
    ['hard mix, in the middle from above', 'hMix', 188, 67, 0],
    ['hard mix, a step brighter', 'hMix', 188, 68, 255],
    ['divide, black by black', 'fdiv', 0, 0, 0],
    ['divide, gray by black', 'fdiv', 0, 128, 255],
    ['soft light in the shadows', 'sLit', 251, 30, 82],
    ['soft light in the deep shadows', 'sLit', 201, 28, 58],
  ] as const;

  it.each(ends)('%s', (_name, blendMode, above, below, expected) => {
    const layer = { ...flatLayer(2, rect(0, 0, 4, 2), [above, above, above]), blendMode };
    const [value = -1] = at(on([below, below, below], layer), 0, 0);
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(1);
  });

  const luminance = ([r = 0, g = 0, b = 0]: readonly number[]) => 0.3 * r + 0.59 * g + 0.11 * b;

  it.each(['hue ', 'sat ', 'colr'])('%s keeps the luminosity of what is below', (blendMode) => {
    const state = on([60, 128, 230], { ...flatLayer(2, rect(0, 0, 4, 2), [200, 100, 50]), blendMode });
    expect(Math.abs(luminance(at(state, 0, 0)) - luminance([60, 128, 230]))).toBeLessThan(1);
  });

  it('luminosity takes that of the layer', () => {
    const state = on([60, 128, 230], { ...flatLayer(2, rect(0, 0, 4, 2), [200, 100, 50]), blendMode: 'lum ' });
    expect(Math.abs(luminance(at(state, 0, 0)) - luminance([200, 100, 50]))).toBeLessThan(1);
  });
});

describe('what cannot be drawn', () => {
  it('is named, where it shows', () => {
    const odd: readonly LayerState[] = [
      { ...flatLayer(2, rect(2, 0, 4, 2), [0, 0, 0]), name: 'Grain', blendMode: 'diss' },
      { ...flatLayer(3, rect(0, 0, 1, 1), [0, 0, 0]), name: 'Curves 1', kind: 'adjustment' },
      { ...flatLayer(4, rect(0, 0, 4, 2), [0, 0, 0]), name: 'Hidden', hasEffects: true, visible: false },
      { ...flatLayer(5, rect(0, 0, 4, 2), [0, 0, 0]), name: 'Glow', blendMode: 'lddg', fillOpacity: 100 },
    ];
    const state = onWhite(4, 2, ...odd);
    expect(whatCannotBeDrawn(state, rect(0, 0, 4, 2))).toEqual([
      'the blend mode of “Glow”',
      'the adjustment layer “Curves 1”',
      'the blend mode of “Grain”',
    ]);
    expect(whatCannotBeDrawn(state, rect(0, 0, 1, 1))).not.toContain('the blend mode of “Grain”');
  });
});
