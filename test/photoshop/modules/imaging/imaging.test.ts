import { knownPlanes } from '../../model/newLayer';
import { aBackground, aDocument, aLayer, aPatch, aPhotoshop } from '../support/builders';
import { rectAt } from './rect';

describe('pixels', () => {
  it('are read only inside a modal scope', async () => {
    const { imaging, rulesBroken } = aPhotoshop();
    await expect(imaging.getPixels({})).rejects.toThrow('only allowed from inside a modal scope');
    expect(rulesBroken()).toEqual(['modal.imaging']);
  });

  it('of a layer come trimmed and with alpha, those of a document with a Background without', async () => {
    const { imaging, modal, documentID } = aPhotoshop();
    await modal(async () => {
      const wide = { left: 0, top: 0, right: 8, bottom: 6 };
      const layer = await imaging.getPixels({ documentID, layerID: 2, sourceBounds: wide });
      expect(layer.sourceBounds).toEqual(rectAt(2, 1, 4, 3));
      expect(layer.imageData.components).toBe(4);
      expect([...(await layer.imageData.getData())].slice(0, 4)).toEqual([200, 100, 50, 255]);
      const whole = await imaging.getPixels({ documentID, sourceBounds: wide });
      expect(whole.imageData.components).toBe(3);
      expect([...(await whole.imageData.getData())].slice(0, 3)).toEqual([0, 7, 14]);
    });
  });

  it('are put into a new layer, which ends where its last pixel stands', async () => {
    const { imaging, modal, document, documentID, control } = aPhotoshop();
    await modal(async () => {
      const layer = await document().createPixelLayer({ name: 'New' });
      const data = new Uint8Array([1, 2, 3, 255, 4, 5, 6, 0]);
      const imageData = await imaging.createImageDataFromBuffer(data, {
        width: 2,
        height: 1,
        components: 4,
        colorSpace: 'RGB',
      });
      await imaging.putPixels({
        documentID,
        layerID: layer.id,
        imageData,
        replace: true,
        targetBounds: { left: 3, top: 2 },
      });
      await imageData.dispose();
      expect(layer.bounds).toMatchObject(rectAt(3, 2, 1, 1));
    });
    expect(control.imaging.undisposed).toBe(0);
    expect(control.refusals).toEqual([]);
    expect(control.history(documentID)).toHaveLength(3);
  });

  it('make one history state when the history is suspended, and none when it is rolled back', async () => {
    const { modal, document, documentID, control } = aPhotoshop();
    const before = control.state(documentID);
    await modal(async ({ hostControl }) => {
      const suspension = await hostControl.suspendHistory({ documentID, name: 'Edit' });
      await document().createPixelLayer({});
      await document().createPixelLayer({});
      await hostControl.resumeHistory(suspension, true);
    });
    expect(control.history(documentID).map(({ name }) => name)).toEqual(['Open', 'Edit']);
    control.user.undo(documentID);
    expect(control.state(documentID)).toBe(before);
    const failing = modal(async ({ hostControl }) => {
      await hostControl.suspendHistory({ documentID, name: 'Edit' });
      await document().createPixelLayer({});
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(control.state(documentID)).toBe(before);
  });
});

describe('the pixels of a layer', () => {
  const samples = new Uint8Array(12).fill(9);
  const mask = {
    bounds: rectAt(2, 1, 4, 3),
    outside: 0,
    samples: () => samples,
    disabled: false,
    density: 255,
    feather: 0,
  };

  it('come without its mask, effects, opacity and blend mode, and straight', async () => {
    const plane = (value: number) => new Uint8Array([value]);
    const pixels = knownPlanes({ color: [plane(200), plane(100), plane(50)], alpha: plane(51) });
    const given = { bounds: rectAt(2, 1, 1, 1), pixels, mask, opacity: 10, fillOpacity: 20, blendMode: 'mul ' };
    const layer = aLayer(2, { ...given, hasEffects: true });
    const { imaging, modal } = aPhotoshop({}, aDocument({ layers: [layer, aBackground(8, 6)] }));
    const { imageData } = await modal(() => imaging.getPixels({ layerID: 2 }));
    expect(await imageData.getData()).toEqual(new Uint8Array([200, 100, 50, 51]));
  });

  it('are all cleared where a block replaces them, as are masks and selections', async () => {
    const { imaging, modal, control, documentID } = aPhotoshop(
      {},
      aDocument({ layers: [aPatch(2, rectAt(2, 1, 4, 3), [1, 2, 3]), aBackground(8, 6)] }),
    );
    control.user.edit(documentID, 'Mask', (state) => ({
      ...state,
      selection: { bounds: rectAt(0, 0, 8, 6), samples: new Uint8Array(48).fill(255) },
      layers: state.layers.map((layer) => (layer.id === 2 ? { ...layer, mask } : layer)),
    }));
    await modal(async () => {
      const gray = { width: 1, height: 1, components: 1, colorSpace: 'Grayscale' };
      const block = await imaging.createImageDataFromBuffer(new Uint8Array([255]), gray);
      const color = await imaging.createImageDataFromBuffer(new Uint8Array([7, 8, 9]), {
        ...gray,
        components: 3,
        colorSpace: 'RGB',
      });
      const targetBounds = { left: 5, top: 4 };
      await imaging.putPixels({ layerID: 2, imageData: color, targetBounds });
      await imaging.putLayerMask({ layerID: 2, imageData: block, targetBounds });
      await imaging.putSelection({ imageData: block, targetBounds });
    });
    const { layers, selection } = control.state(documentID);
    expect(layers[0].bounds).toEqual(rectAt(5, 4, 1, 1));
    expect(layers[0].mask?.bounds).toEqual(rectAt(5, 4, 1, 1));
    expect(selection?.bounds).toEqual(rectAt(5, 4, 1, 1));
  });
});

describe('a selection', () => {
  it('is read as deep as the document, and put back as it was', async () => {
    const { imaging, modal, documentID, control } = aPhotoshop({}, aDocument({ depth: 16 }));
    control.user.select(documentID, { bounds: rectAt(1, 1, 2, 1), samples: new Uint16Array([32768, 100]) });
    const before = control.state(documentID).selection;
    await modal(async () => {
      const { imageData, sourceBounds } = await imaging.getSelection({ documentID });
      expect(sourceBounds).toEqual(rectAt(1, 1, 2, 1));
      expect(await imageData?.getData()).toEqual(new Uint16Array([32768, 100]));
      await imaging.putSelection({ documentID, imageData, replace: true, targetBounds: { left: 1, top: 1 } });
      await imageData?.dispose();
    });
    expect(control.state(documentID).selection).toEqual(before);
  });

  it.each(['reject', 'noImageData', 'zeroSize', 'allZero'] as const)(
    'that is not there is answered by %s',
    async (noSelection) => {
      const { imaging, modal, documentID, control } = aPhotoshop({ switches: { noSelection } });
      const read = modal(() => imaging.getSelection({ documentID }));
      if (noSelection === 'reject') await expect(read).rejects.toThrow();
      else if (noSelection === 'noImageData') expect((await read).imageData).toBeUndefined();
      else expect((await read).imageData?.width).toBe(noSelection === 'zeroSize' ? 0 : 8);
      expect(control.refusals).toEqual([]);
    },
  );
});

describe('a layer mask', () => {
  it('is made by putting one, and hides what is outside its block unless a switch says otherwise', async () => {
    const { imaging, modal, documentID, control } = aPhotoshop();
    await modal(async () => {
      await expect(imaging.getLayerMask({ documentID, layerID: 2 })).rejects.toThrow('no user mask');
      const gray = { width: 2, height: 1, components: 1, colorSpace: 'Grayscale' };
      const imageData = await imaging.createImageDataFromBuffer(new Uint8Array([255, 9]), gray);
      await imaging.putLayerMask({
        documentID,
        layerID: 2,
        imageData,
        replace: true,
        targetBounds: { left: 2, top: 1 },
      });
      await imageData.dispose();
      const read = await imaging.getLayerMask({ documentID, layerID: 2 });
      expect(await read.imageData.getData()).toEqual(new Uint8Array([255, 9]));
      await read.imageData.dispose();
    });
    expect(control.state(documentID).layers[0].mask).toMatchObject({ bounds: rectAt(2, 1, 2, 1), outside: 0 });
    expect(control.refusals).toEqual([]);
  });
});
