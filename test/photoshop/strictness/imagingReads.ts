import { knownPlanes } from '../model/newLayer';
import type { Mode } from '../model/state';
import { rectAt } from '../modules/imaging/rect';
import { aBackground, aDocument, aLayer, aPatch, aPhotoshop } from '../modules/support/builders';
import { disposed, image, opaque, opaqueImage } from './blocks';
import { forEvery, refused } from './proofs';
import type { Row } from './row';

const ofMode = (mode: Mode) => ({ state: aDocument({ mode }) });
const special = aDocument({
  layers: [
    ...(['group', 'text', 'adjustment', 'smartObject'] as const).map((kind, i) => aLayer(i + 5, { kind })),
    aBackground(8, 6),
  ],
});
/** One pixel that is nearly transparent, with a mask, effects and an opacity. */
const faint = aLayer(2, {
  ...{ bounds: rectAt(2, 1, 1, 1), opacity: 10, fillOpacity: 20, blendMode: 'mul ', hasEffects: true },
  pixels: knownPlanes({ color: [200, 100, 50].map((value) => Uint8Array.of(value)), alpha: Uint8Array.of(51) }),
  mask: { bounds: rectAt(2, 1, 1, 1), outside: 0, samples: () => Uint8Array.of(9), disabled: false, density: 255, feather: 0 },
}); // prettier-ignore

/** What is read of pixels, masks and selections, and what holds them. */
export const imagingReads: readonly Row[] = [
  {
    number: '11.2.1',
    platform:
      'Documents in other modes than RGB, Grayscale and Lab are refused; on CMYK the real host was seen to crash',
    breaks: ['imaging.mode'],
    proofs: {
      'pixels of CMYK': async () => {
        const { modal, imaging, control } = aPhotoshop({}, aDocument({ mode: 'cmyk' }));
        await expect(modal(() => imaging.getPixels({}))).rejects.toThrow();
        expect(control.refusals).toEqual([
          { rule: 'imaging.mode', detail: expect.stringContaining('crash') as string },
        ]);
      },
      ...Object.fromEntries(
        (['cmyk', 'bitmap', 'indexed', 'duotone', 'multichannel'] as const).map((mode) => [
          `a selection of ${mode}`,
          refused('imaging.mode', ({ imaging }) => imaging.getSelection({}), ofMode(mode)),
        ]),
      ),
    },
  },
  {
    number: '11.2.2',
    platform: 'Ids that the host never gave are refused; a layer or document that is gone is an ordinary answer',
    breaks: ['imaging.target'],
    proofs: {
      'a layer that never was': refused('imaging.target', ({ imaging }) => imaging.getPixels({ layerID: 99 })),
      'a document that never was': refused('imaging.target', ({ imaging }) => imaging.getPixels({ documentID: 99 })),
      'a layer and a document that are gone': async () => {
        const { control, documentID, imaging, modal } = aPhotoshop();
        const gone = { number: -25922 };
        control.user.removeLayer(documentID, 2);
        await expect(modal(() => imaging.getPixels({ documentID, layerID: 2 }))).rejects.toMatchObject(gone);
        control.user.close(documentID);
        await expect(modal(() => imaging.getPixels({ documentID }))).rejects.toMatchObject(gone);
        expect(control.refusals).toEqual([]);
      },
    },
  },
  {
    number: '11.2.3',
    platform: 'An option that is there without a value is refused',
    breaks: ['call.undefined-option'],
    proofs: {
      'a layer without value': refused('call.undefined-option', ({ imaging }) =>
        imaging.getPixels({ layerID: undefined }),
      ),
    },
  },
  {
    number: '11.2.4',
    platform: 'An option that is not documented (level, bounds, quality, format) is refused',
    breaks: ['call.unknown-option'],
    proofs: {
      level: refused('call.unknown-option', ({ imaging }) => imaging.getPixels({ level: 1 })),
      bounds: refused('call.unknown-option', ({ imaging }) => imaging.getSelection({ bounds: {} })),
      quality: refused('call.unknown-option', async (stand) =>
        stand.imaging.encodeImageData({ imageData: await opaqueImage(stand), quality: 5 }),
      ),
      format: refused('call.unknown-option', async (stand) =>
        stand.imaging.encodeImageData({ imageData: await opaqueImage(stand), format: 'jpeg' }),
      ),
      'a depth for an image': refused('call.unknown-option', (stand) => image(stand, { componentSize: 8 })),
    },
  },
  {
    number: '11.2.5',
    platform: 'componentSize 8 of a deeper document is refused, ignored, or works',
    habits: ['componentSize8'],
    proofs: forEvery('componentSize8', async (componentSize8) => {
      const { imaging, modal, control } = aPhotoshop({ switches: { componentSize8 } }, aDocument({ depth: 16 }));
      const read = modal(() => imaging.getPixels({ componentSize: 8 }));
      if (componentSize8 === 'reject') await expect(read).rejects.toThrow('Photoshop Error. Code: -1');
      else expect((await read).imageData.componentSize).toBe(componentSize8 === 'native' ? 16 : 8);
      expect(control.refusals).toEqual([]);
    }),
  },
  {
    number: '11.2.6',
    platform: 'getSelection where nothing is selected is refused, or gives no image data, none of its pixels, or zeros',
    habits: ['noSelection'],
    proofs: forEvery('noSelection', async (noSelection) => {
      const { imaging, modal, control } = aPhotoshop({ switches: { noSelection } });
      const read = modal(() => imaging.getSelection({}));
      if (noSelection === 'reject') await expect(read).rejects.toThrow();
      else if (noSelection === 'noImageData') expect((await read).imageData).toBeUndefined();
      else if (noSelection === 'zeroSize') expect((await read).imageData).toMatchObject({ width: 0, height: 0 });
      else expect(await (await read).imageData?.getData()).toEqual(new Uint8Array(48));
      expect(control.refusals).toEqual([]);
    }),
  },
  {
    number: '11.2.7',
    platform: 'Bounds are cut down to what holds pixels; where none do, the read throws or is empty',
    habits: ['trimming', 'emptyRegion'],
    proofs: {
      ...forEvery('trimming', async (trimming) => {
        const plane = new Uint8Array([9, 9, 9]);
        const pixels = knownPlanes({ color: [plane, plane, plane], alpha: new Uint8Array([0, 255, 0]) });
        const layers = [aLayer(2, { bounds: rectAt(2, 1, 3, 1), pixels })];
        const { imaging, modal } = aPhotoshop({ switches: { trimming } }, aDocument({ layers }));
        const { sourceBounds } = await modal(() => imaging.getPixels({ layerID: 2, sourceBounds: rectAt(0, 0, 8, 6) }));
        expect(sourceBounds).toEqual(trimming === 'content' ? rectAt(3, 1, 1, 1) : rectAt(2, 1, 3, 1));
      }),
      ...forEvery('emptyRegion', async (emptyRegion) => {
        const { imaging, modal, control } = aPhotoshop({ switches: { emptyRegion } });
        const read = modal(() => imaging.getPixels({ layerID: 2, sourceBounds: rectAt(100, 100, 10, 10) }));
        if (emptyRegion === 'throw') await expect(read).rejects.toThrow();
        else expect((await read).imageData).toMatchObject({ width: 0, height: 0 });
        expect(control.refusals).toEqual([]);
      }),
    },
  },
  {
    number: '11.2.8',
    platform: 'A reduced read comes from any level of the pyramid, with its bounds in that level; stretched or fitted',
    breaks: ['call.argument'],
    habits: ['pyramid', 'targetFit'],
    proofs: {
      'a target of nothing': refused('call.argument', ({ imaging }) => imaging.getPixels({ targetSize: { width: 0 } })),
      ...forEvery('pyramid', async (pyramid) => {
        const big = aDocument({ width: 64, height: 64, layers: [aPatch(2, rectAt(0, 0, 64, 64), [10, 20, 30])] });
        const levels = new Set<number>();
        for (let seed = 1; seed <= 12; seed++) {
          const { modal, imaging } = aPhotoshop({ seed, switches: { pyramid } }, big);
          const read = await modal(() => imaging.getPixels({ targetSize: { width: 8 } }));
          levels.add(read.level);
          expect(read.imageData).toMatchObject({ width: 8, height: 8 });
          expect(read.sourceBounds).toEqual(rectAt(0, 0, 64 / 2 ** read.level, 64 / 2 ** read.level));
        }
        expect([...levels].sort()).toEqual(pyramid === 'levels' ? [0, 1, 2, 3] : [0]);
      }),
      ...forEvery('targetFit', async (targetFit) => {
        const wide = aDocument({ width: 16, height: 8, layers: [aPatch(2, rectAt(0, 0, 16, 8), [10, 20, 30])] });
        const { modal, imaging } = aPhotoshop({ switches: { targetFit } }, wide);
        const { imageData } = await modal(() => imaging.getPixels({ targetSize: { width: 8, height: 2 } }));
        expect(imageData).toMatchObject({ width: targetFit === 'stretch' ? 8 : 4, height: 2 });
      }),
    },
  },
  {
    number: '11.2.9',
    platform: 'Opaque sources have three components, others four, and colors are never multiplied by alpha',
    proofs: {
      'a Background, a layer that is opaque, and one that is not': async () => {
        const whole = aPhotoshop();
        const components = async (options: object) =>
          (await whole.modal(() => whole.imaging.getPixels(options))).imageData.components;
        expect([await components({}), await components({ layerID: 1 }), await components({ layerID: 2 })]).toEqual([
          3, 3, 4,
        ]);
        const { imaging, modal } = aPhotoshop({}, aDocument({ layers: [faint, aBackground(8, 6)] }));
        const { imageData } = await modal(() => imaging.getPixels({ layerID: 2 }));
        expect(await imageData.getData()).toEqual(new Uint8Array([200, 100, 50, 51]));
      },
      'applyAlpha lays the pixels on white': async () => {
        const { imaging, modal } = aPhotoshop({}, aDocument({ layers: [faint] }));
        const { imageData } = await modal(() => imaging.getPixels({ layerID: 2, applyAlpha: true }));
        expect(await imageData.getData()).toEqual(new Uint8Array([244, 224, 214]));
      },
    },
  },
  {
    number: '11.2.10',
    platform: 'A layer is read without its mask, effects, opacity and blend mode',
    proofs: {
      'it has all of them': async () => {
        const { imaging, modal } = aPhotoshop({}, aDocument({ layers: [faint, aBackground(8, 6)] }));
        const { imageData } = await modal(() => imaging.getPixels({ layerID: 2 }));
        expect(await imageData.getData()).toEqual(new Uint8Array([200, 100, 50, 51]));
      },
    },
  },
  {
    number: '11.2.11',
    platform: 'A group, a text, an adjustment or a smart object is not read by its id',
    breaks: ['imaging.read-kind'],
    proofs: Object.fromEntries(
      special.layers
        .slice(0, -1)
        .map(({ id, kind }) => [
          kind,
          refused('imaging.read-kind', ({ imaging }) => imaging.getPixels({ layerID: id }), { state: special }),
        ]),
    ),
  },
  {
    number: '11.2.12',
    platform: 'Image data that was disposed of is neither looked into, put nor encoded',
    breaks: ['imaging.disposed'],
    proofs: {
      'looked into': refused('imaging.disposed', async (stand) => (await disposed(stand)).getData()),
      'put as pixels': refused('imaging.disposed', async (stand) =>
        stand.imaging.putPixels({ layerID: 2, imageData: await disposed(stand) }),
      ),
      'put as a mask': refused('imaging.disposed', async (stand) =>
        stand.imaging.putLayerMask({ layerID: 2, imageData: await disposed(stand) }),
      ),
      'put as a selection': refused('imaging.disposed', async (stand) =>
        stand.imaging.putSelection({ imageData: await disposed(stand) }),
      ),
      encoded: refused('imaging.disposed', async (stand) =>
        stand.imaging.encodeImageData({ imageData: await disposed(stand) }),
      ),
    },
  },
  {
    number: '11.2.13',
    platform: 'Image data that is never disposed of is counted, and so is the most that all of it weighed',
    proofs: {
      'one of two is disposed of': async () => {
        const stand = aPhotoshop();
        const first = await image(stand);
        await image(stand);
        expect(stand.control.imaging).toMatchObject({ undisposed: 2, peakBytes: 16 });
        await first.dispose();
        expect(stand.control.imaging).toMatchObject({ undisposed: 1, peakBytes: 16 });
      },
    },
  },
  {
    number: '11.2.14',
    platform: 'A buffer holds width times height times components values, in an array of a known class',
    breaks: ['imaging.buffer'],
    proofs: {
      'a short one': refused('imaging.buffer', (stand) => image(stand, {}, new Uint8Array(7))),
      'a long one': refused('imaging.buffer', (stand) => image(stand, opaque, new Uint8Array(7))),
      'a plain array': refused('imaging.buffer', (stand) => image(stand, {}, [0, 0, 0, 0, 0, 0, 0, 0])),
      'a clamped array': refused('imaging.buffer', (stand) => image(stand, {}, new Uint8ClampedArray(8))),
      'a width of nothing': refused('imaging.buffer', (stand) => image(stand, { width: 0 }, new Uint8Array(0))),
      'a negative height': refused('imaging.buffer', (stand) => image(stand, { height: -1 })),
      'a broken width': refused('imaging.buffer', (stand) => image(stand, { width: 1.5 }, new Uint8Array(6))),
    },
  },
];
