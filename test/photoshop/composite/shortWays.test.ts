import * as fc from 'fast-check';
import { layeredDocument, noiseBackground, noiseColors, noiseMask, rect } from '../fixtures/documents';
import { documentOf } from '../model/createDocument';
import { knownPlanes, newGroup, newPixelLayer } from '../model/newLayer';
import { canvasOf, sizeOf } from '../model/rects';
import { replaceLayer } from '../model/replaceLayer';
import { createSamples, fullScale } from '../model/samples';
import type { Depth, DocumentState, LayerState, Mode, Planes, Rect } from '../model/state';
import { readPsd } from '../psd/readPsd';
import { writePsd } from '../psd/writePsd';
import { channelBlends } from './blendModes';
import { colorBlends } from './colorBlends';
import { compositeRegion } from './compositeRegion';
import { documentComposite } from './documentComposite';
import { pixelOf } from './support/pixelByPixel';
import { whatCannotBeDrawn } from './whatCannotBeDrawn';

const [width, height] = [7, 5];
const blendModes = ['norm', 'norm', 'norm', 'mul ', 'mul ', ...channelBlends.keys(), ...colorBlends.keys()];

interface Sketch {
  readonly seed: number;
  readonly bounds: Rect;
  readonly coverage: 'full' | 'empty' | 'half' | 'noise' | 'none';
  readonly opacity: number;
  readonly blendMode: string;
  readonly clipped: boolean;
  readonly visible: boolean;
  readonly mask: { readonly bounds: Rect; readonly outside: 0 | 1 } | undefined;
  readonly group: 'none' | 'isolated' | 'passing through';
}

const bounds = fc.oneof(
  fc.constant(rect(0, 0, width, height)),
  fc
    .tuple(fc.integer({ min: -3, max: 5 }), fc.integer({ min: -3, max: 3 }), fc.nat(8), fc.nat(8))
    .map(([left, top, w, h]) => rect(left, top, left + w + 1, top + h + 1)),
);

const sketch: fc.Arbitrary<Sketch> = fc.record({
  seed: fc.integer({ min: 1, max: 1000 }),
  bounds,
  coverage: fc.constantFrom('full', 'full', 'empty', 'half', 'noise', 'none'),
  opacity: fc.oneof(fc.constant(255), fc.nat(255)),
  blendMode: fc.constantFrom(...blendModes),
  clipped: fc.boolean(),
  visible: fc.constantFrom(true, true, true, false),
  mask: fc.option(fc.record({ bounds, outside: fc.constantFrom(0, 1) }), { nil: undefined }),
  group: fc.constantFrom('none', 'none', 'isolated', 'passing through'),
});

const kinds = fc.constantFrom<readonly [Mode, Depth]>(
  ['rgb', 8],
  ['rgb', 16],
  ['rgb', 32],
  ['gray', 8],
  ['gray', 16],
  ['lab', 16],
  ['cmyk', 8],
);

const documents = fc
  .tuple(kinds, fc.array(sketch, { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([[mode, depth], sketches, hasBackground]) => {
    const layers = sketches.map((drawn, i) => layerFrom(drawn, 2 + i * 2, depth, mode));
    const all = hasBackground ? [...layers, noiseBackground(width, height, depth, mode)] : layers;
    return documentOf({ width, height, mode, depth, resolution: 72 }, all);
  });

function layerFrom(drawn: Sketch, id: number, depth: Depth, mode: Mode): LayerState {
  const { seed, opacity, clipped, visible, mask, group } = drawn;
  const blendMode = mode === 'rgb' || channelBlends.has(drawn.blendMode) ? drawn.blendMode : 'norm';
  const look = {
    opacity,
    clipped,
    visible,
    ...(mask && { mask: noiseMask(mask.bounds, depth, seed, mask.outside * fullScale(depth)) }),
  };
  const color = noiseColors(mode, depth, sizeOf(drawn.bounds), seed);
  const alpha = alphaFrom(drawn, depth);
  const pixels = knownPlanes(alpha ? { color, alpha } : { color });
  const leaf = { ...newPixelLayer(id, 'Layer'), bounds: drawn.bounds, pixels, blendMode };
  if (group === 'none') return { ...leaf, ...look };
  return { ...newGroup(id + 1, 'Group', [leaf]), ...look, blendMode: group === 'isolated' ? blendMode : 'pass' };
}

function alphaFrom({ coverage, bounds: area, seed }: Sketch, depth: Depth) {
  if (coverage === 'none') return undefined;
  if (coverage === 'noise') return noiseMask(area, depth, seed + 1).samples();
  const alpha = createSamples(depth, sizeOf(area));
  return coverage === 'empty' ? alpha : alpha.fill(fullScale(depth), coverage === 'half' ? alpha.length >> 1 : 0);
}

function expectSame(state: DocumentState, { color, alpha }: Planes): void {
  const planes = alpha ? [...color, alpha] : color;
  const expected = Array.from({ length: state.width * state.height }, (_, i) =>
    pixelOf(state, i % state.width, Math.floor(i / state.width)),
  );
  planes.forEach((plane, c) => expect([...plane]).toEqual(expected.map((pixel) => pixel[c])));
}

/** As it comes back from a file; documents that have no honest composite are passed over. */
function throughFile(state: DocumentState): DocumentState {
  fc.pre(whatCannotBeDrawn(state, canvasOf(state)).length === 0);
  return readPsd(writePsd(state));
}

const runs = { numRuns: 80, seed: 24 };

describe('a picture that is drawn by short ways', () => {
  it('is to the last bit what the general formulas come to, pixel by pixel', () => {
    fc.assert(
      fc.property(documents, (state) => expectSame(state, compositeRegion(state, canvasOf(state)))),
      runs,
    );
  });

  it('is that as well where the pixels stand in a file', () => {
    fc.assert(
      fc.property(documents, (state) => {
        const opened = throughFile(state);
        expectSame(opened, compositeRegion(opened, canvasOf(opened)));
      }),
      runs,
    );
  });

  it('is that after a change, as it is shown and as it is written', () => {
    fc.assert(
      fc.property(documents, fc.nat(255), (state, opacity) => {
        fc.pre(state.layers.at(-1)?.isBackground === true);
        const id = state.layers[0]?.id ?? 0;
        const changed = replaceLayer(throughFile(state), id, (layer) => ({ ...layer, opacity }));
        expectSame(changed, documentComposite(changed, canvasOf(changed)).planes);
        const written = readPsd(writePsd(changed)).storedComposite;
        if (written) expectSame(changed, written.read());
      }),
      runs,
    );
  });

  it.each([8, 16, 32] as const)('of %i bits is put together from bands without a seam', (depth) => {
    const state = layeredDocument(depth, 130, 90);
    const changed = replaceLayer(readPsd(writePsd(state)), 2, (layer) => ({ ...layer, opacity: 99 }));
    expectSame(state, compositeRegion(state, canvasOf(state)));
    expectSame(changed, documentComposite(changed, canvasOf(changed)).planes);
  });
});
