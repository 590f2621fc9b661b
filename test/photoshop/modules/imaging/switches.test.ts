import { knownPlanes } from '../../model/newLayer';
import { aDocument, aLayer, aPatch, aPhotoshop } from '../support/builders';
import { rectAt } from './rect';

describe('reading pixels, as habits differ', () => {
  it.each([
    ['reject', undefined],
    ['native', 16],
    ['works', 8],
  ] as const)('componentSize 8 of a 16-bit document: %s', async (componentSize8, depth) => {
    const stand = aPhotoshop({ switches: { componentSize8 } }, aDocument({ depth: 16 }));
    const read = stand.modal(() => stand.imaging.getPixels({ componentSize: 8 }));
    if (depth === undefined) await expect(read).rejects.toThrow('Photoshop Error. Code: -1');
    else expect((await read).imageData.componentSize).toBe(depth);
    expect(stand.control.refusals).toEqual([]);
  });

  it.each(['throw', 'zeroSize'] as const)('a region without pixels: %s', async (emptyRegion) => {
    const stand = aPhotoshop({ switches: { emptyRegion } });
    const sourceBounds = { left: 100, top: 100, right: 110, bottom: 110 };
    const read = stand.modal(() => stand.imaging.getPixels({ layerID: 2, sourceBounds }));
    if (emptyRegion === 'throw') await expect(read).rejects.toThrow();
    else expect((await read).imageData).toMatchObject({ width: 0, height: 0 });
    expect(stand.control.refusals).toEqual([]);
  });

  it.each([
    ['content', rectAt(3, 1, 1, 1)],
    ['bounds', rectAt(2, 1, 3, 1)],
  ] as const)('a layer with empty margins is cut down to its %s', async (trimming, expected) => {
    const plane = new Uint8Array([9, 9, 9]);
    const pixels = knownPlanes({ color: [plane, plane, plane], alpha: new Uint8Array([0, 255, 0]) });
    const layer = aLayer(2, { bounds: rectAt(2, 1, 3, 1), pixels });
    const stand = aPhotoshop({ switches: { trimming } }, aDocument({ layers: [layer] }));
    const { sourceBounds } = await stand.modal(() => stand.imaging.getPixels({ layerID: 2 }));
    expect(sourceBounds).toEqual(expected);
  });

  it('a reduced read comes from a level that is drawn from the seed, and tells its bounds in that level', async () => {
    const big = aDocument({ width: 64, height: 64, layers: [aPatch(2, rectAt(0, 0, 64, 64), [10, 20, 30])] });
    const levels = new Set<number>();
    for (let seed = 1; seed <= 12; seed++) {
      const stand = aPhotoshop({ seed }, big);
      const { imageData, level, sourceBounds } = await stand.modal(() =>
        stand.imaging.getPixels({ targetSize: { width: 8 } }),
      );
      levels.add(level);
      expect(imageData).toMatchObject({ width: 8, height: 8 });
      expect(sourceBounds).toEqual(rectAt(0, 0, 64 / 2 ** level, 64 / 2 ** level));
    }
    expect([...levels].sort()).toEqual([0, 1, 2, 3]);
  });

  it('a reduced read is whole where there are no levels', async () => {
    const stand = aPhotoshop({ seed: 3, switches: { pyramid: 'flat' } });
    const { level, sourceBounds } = await stand.modal(() => stand.imaging.getPixels({ targetSize: { width: 2 } }));
    expect([level, sourceBounds]).toEqual([0, rectAt(0, 0, 8, 6)]);
  });

  it.each([
    ['stretch', 8, 2],
    ['fit', 4, 2],
  ] as const)('a target of other proportions: %s', async (targetFit, width, height) => {
    const wide = aDocument({ width: 16, height: 8, layers: [aPatch(2, rectAt(0, 0, 16, 8), [10, 20, 30])] });
    const stand = aPhotoshop({ switches: { targetFit } }, wide);
    const { imageData } = await stand.modal(() => stand.imaging.getPixels({ targetSize: { width: 8, height: 2 } }));
    expect(imageData).toMatchObject({ width, height });
  });

  it('applyAlpha lays the pixels on white and leaves no alpha', async () => {
    const pixels = knownPlanes({ color: [0, 0, 0].map(() => new Uint8Array([100])), alpha: new Uint8Array([51]) });
    const stand = aPhotoshop({}, aDocument({ layers: [aLayer(2, { bounds: rectAt(0, 0, 1, 1), pixels })] }));
    await stand.modal(async () => {
      const { imageData } = await stand.imaging.getPixels({ layerID: 2, applyAlpha: true });
      expect(imageData.components).toBe(3);
      expect(await imageData.getData()).toEqual(new Uint8Array([224, 224, 224]));
    });
  });

  it('full range stretches 16 bit, planar puts channel after channel', async () => {
    const stand = aPhotoshop();
    const options = { width: 1, height: 2, components: 3, colorSpace: 'RGB' };
    const image = await stand.imaging.createImageDataFromBuffer(new Uint16Array([32768, 1, 2, 3, 4, 16384]), options);
    expect(await image.getData({ fullRange: true })).toEqual(new Uint16Array([65535, 2, 4, 6, 8, 32768]));
    expect(await image.getData({ chunky: false })).toEqual(new Uint16Array([32768, 3, 1, 4, 2, 16384]));
  });

  it('a state of the history is read by its id', async () => {
    const stand = aPhotoshop();
    const { control, documentID } = stand;
    const [{ id: historyStateID }] = control.history(documentID);
    control.user.edit(documentID, 'Paint', (state) => ({ ...state, layers: state.layers.slice(1) }));
    await stand.modal(async () => {
      const { imageData } = await stand.imaging.getPixels({ layerID: 2, historyStateID });
      expect([...(await imageData.getData())].slice(0, 3)).toEqual([200, 100, 50]);
    });
  });
});

describe('masks and selections, as habits differ', () => {
  it.each([
    ['zero', 0],
    ['full', 255],
  ] as const)('a fresh mask is %s outside its block', async (maskOutside, outside) => {
    const stand = aPhotoshop({ switches: { maskOutside } });
    await stand.modal(async () => {
      const options = { width: 1, height: 1, components: 1, colorSpace: 'Grayscale' };
      const imageData = await stand.imaging.createImageDataFromBuffer(new Uint8Array([128]), options);
      await stand.imaging.putLayerMask({ layerID: 2, imageData, targetBounds: { left: 3, top: 3 } });
    });
    const { mask } = stand.control.state(stand.documentID).layers[0];
    expect(mask).toMatchObject({ outside, bounds: rectAt(3, 3, 1, 1) });
  });

  it.each([
    ['document', 16],
    ['eight', 8],
  ] as const)('a selection of a 16-bit document is as deep as: %s', async (maskDepth, depth) => {
    const stand = aPhotoshop({ switches: { maskDepth } }, aDocument({ depth: 16 }));
    stand.control.user.select(stand.documentID, rectAt(0, 0, 2, 2));
    const { imageData } = await stand.modal(() => stand.imaging.getSelection({}));
    expect(imageData?.componentSize).toBe(depth);
  });

  it.each(['any', 'document'] as const)(
    'a selection of 8 bit is put into a document of 16: %s',
    async (maskPutDepth) => {
      const stand = aPhotoshop({ switches: { maskPutDepth } }, aDocument({ depth: 16 }));
      const put = stand.modal(async () => {
        const options = { width: 1, height: 1, components: 1, colorSpace: 'Grayscale' };
        const imageData = await stand.imaging.createImageDataFromBuffer(new Uint8Array([255]), options);
        await stand.imaging.putSelection({ imageData });
      });
      if (maskPutDepth === 'document') {
        await expect(put).rejects.toThrow();
        expect(stand.rulesBroken()).toEqual(['imaging.put-depth']);
        return;
      }
      await put;
      expect(stand.control.state(stand.documentID).selection?.samples).toEqual(new Uint16Array([32768]));
    },
  );

  it('replace false adds to a selection, and lays a block into a mask', async () => {
    const stand = aPhotoshop();
    const { imaging, control, documentID } = stand;
    control.user.select(documentID, rectAt(0, 0, 1, 1));
    await stand.modal(async () => {
      const options = { width: 1, height: 1, components: 1, colorSpace: 'Grayscale' };
      const imageData = await imaging.createImageDataFromBuffer(new Uint8Array([128]), options);
      await imaging.putSelection({ imageData, replace: false, targetBounds: { left: 2, top: 0 } });
      await imaging.putLayerMask({ layerID: 2, imageData, targetBounds: { left: 2, top: 0 } });
      await imaging.putLayerMask({ layerID: 2, imageData, replace: false, targetBounds: { left: 3, top: 0 } });
    });
    const { selection, layers } = control.state(documentID);
    expect(selection).toEqual({ bounds: rectAt(0, 0, 3, 1), samples: new Uint8Array([255, 0, 128]) });
    expect(layers[0].mask?.samples()).toEqual(new Uint8Array([128, 128]));
  });
});
