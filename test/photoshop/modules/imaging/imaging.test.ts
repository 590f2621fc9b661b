import { aDocument, aPhotoshop } from '../support/builders';
import { rectAt } from './rect';

describe('pixels', () => {
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
});

describe('what is read of pixels', () => {
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
