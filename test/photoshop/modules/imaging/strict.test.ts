import type { DocumentState, Mode } from '../../model/state';
import type { Rule } from '../rules';
import { aBackground, aDocument, aLayer, aPhotoshop } from '../support/builders';

type Stand = ReturnType<typeof aPhotoshop>;

const gray = { components: 1, colorSpace: 'Grayscale' };

/** An image of 2 by 1 pixels. */
function image({ imaging }: Stand, given: object = {}, data: unknown = new Uint8Array(8)) {
  return imaging.createImageDataFromBuffer(data, { width: 2, height: 1, components: 4, colorSpace: 'RGB', ...given });
}

interface Row {
  readonly rule: Rule;
  readonly what: string;
  readonly answer?: string;
  readonly state?: DocumentState;
  readonly call: (stand: Stand) => Promise<unknown>;
}

function ofMode(mode: Mode): DocumentState {
  return aDocument({ mode });
}

const special = aDocument({
  layers: [
    aLayer(5, { kind: 'group', children: [] }),
    aLayer(6, { kind: 'text' }),
    aLayer(7, { kind: 'smartObject' }),
    aLayer(8, { kind: 'adjustment' }),
    aLayer(9, { locks: { transparency: false, pixels: true, position: false, all: false } }),
    aLayer(10, { locks: { transparency: false, pixels: false, position: false, all: true } }),
    aBackground(8, 6),
  ],
});

const rows: readonly Row[] = [
  { rule: 'imaging.mode', what: 'a CMYK document', state: ofMode('cmyk'), call: ({ imaging }) => imaging.getPixels({}) },
  { rule: 'imaging.mode', what: 'an indexed document', state: ofMode('indexed'), call: ({ imaging }) => imaging.getSelection({}) },
  { rule: 'imaging.target', what: 'a layer that never was', call: ({ imaging }) => imaging.getPixels({ layerID: 99 }) },
  { rule: 'imaging.target', what: 'a document that never was', call: ({ imaging }) => imaging.getPixels({ documentID: 99 }) },
  { rule: 'call.undefined-option', what: 'an option without a value', call: ({ imaging }) => imaging.getPixels({ layerID: undefined }) },
  { rule: 'call.unknown-option', what: 'an input level', call: ({ imaging }) => imaging.getPixels({ level: 1 }) },
  { rule: 'call.unknown-option', what: 'bounds', call: ({ imaging }) => imaging.getSelection({ bounds: {} }) },
  { rule: 'imaging.bounds', what: 'a width in place of an edge, but for pixels', call: ({ imaging }) => imaging.getSelection({ sourceBounds: { left: 0, top: 0, width: 1, height: 1 } }) },
  { rule: 'imaging.bounds', what: 'half a pixel', call: ({ imaging }) => imaging.getPixels({ sourceBounds: { left: 0.5, top: 0, right: 2, bottom: 2 } }) },
  { rule: 'imaging.bounds', what: 'edges that are no numbers', call: ({ imaging }) => imaging.getPixels({ sourceBounds: { left: Number.NaN, top: 0, right: 2, bottom: 2 } }) },
  { rule: 'call.argument', what: 'a target size of nothing', call: ({ imaging }) => imaging.getPixels({ targetSize: { width: 0 } }) },
  ...[5, 6, 7, 8].map((layerID): Row => ({
    rule: 'imaging.read-kind', what: `a layer of kind ${special.layers[layerID - 5].kind}`, state: special, call: ({ imaging }) => imaging.getPixels({ layerID }),
  })),
  ...[1, 5, 6, 7, 8, 9, 10].map((layerID): Row => ({
    rule: 'imaging.put-kind', what: `pixels for layer ${layerID}`, state: special,
    call: async (stand) => stand.imaging.putPixels({ layerID, imageData: await image(stand) }),
  })),
  { rule: 'call.argument', what: 'pixels without a layer', call: async (stand) => stand.imaging.putPixels({ imageData: await image(stand) }) },
  { rule: 'call.argument', what: 'pixels without an image', call: ({ imaging }) => imaging.putPixels({ layerID: 2 }) },
  { rule: 'imaging.put-depth', what: '8 bit for a document of 16', state: aDocument({ depth: 16 }), call: async (stand) => stand.imaging.putPixels({ layerID: 2, imageData: await image(stand) }) },
  { rule: 'imaging.put-mask-kind', what: 'a mask for the Background', call: async (stand) => stand.imaging.putLayerMask({ layerID: 1, imageData: await image(stand, gray, new Uint8Array(2)) }) },
  { rule: 'imaging.put-mask-kind', what: 'a vector mask', call: async (stand) => stand.imaging.putLayerMask({ layerID: 2, kind: 'vector', imageData: await image(stand, gray, new Uint8Array(2)) }) },
  { rule: 'imaging.mask-format', what: 'a mask of colors', call: async (stand) => stand.imaging.putLayerMask({ layerID: 2, imageData: await image(stand) }) },
  { rule: 'imaging.mask-format', what: 'a selection of colors', call: async (stand) => stand.imaging.putSelection({ imageData: await image(stand) }) },
  { rule: 'imaging.buffer', what: 'a short buffer', call: (stand) => image(stand, {}, new Uint8Array(7)) },
  { rule: 'imaging.buffer', what: 'a plain array', call: (stand) => image(stand, {}, [0, 0, 0, 0, 0, 0, 0, 0]) },
  { rule: 'imaging.buffer', what: 'a clamped array', call: (stand) => image(stand, {}, new Uint8ClampedArray(8)) },
  { rule: 'imaging.buffer', what: 'a width of nothing', call: (stand) => image(stand, { width: 0 }, new Uint8Array(0)) },
  { rule: 'imaging.buffer', what: 'a negative height', call: (stand) => image(stand, { height: -1 }) },
  { rule: 'imaging.buffer', what: 'a broken width', call: (stand) => image(stand, { width: 1.5 }, new Uint8Array(6)) },
  { rule: 'imaging.range', what: 'a 16-bit value beyond the range', answer: 'invalid pixel data - 16 bit value is outside the photoshop range', call: (stand) => image(stand, {}, new Uint16Array(8).fill(32769)) },
  { rule: 'call.argument', what: 'a color space that is none', call: (stand) => image(stand, { colorSpace: 'CMYK' }) },
  { rule: 'imaging.components', what: 'two components of Lab', call: (stand) => image(stand, { colorSpace: 'Lab', components: 2 }, new Uint8Array(4)) },
  { rule: 'imaging.components', what: 'four components of gray', call: (stand) => image(stand, { colorSpace: 'Grayscale' }) },
  { rule: 'call.unknown-option', what: 'a depth for an image', call: (stand) => image(stand, { componentSize: 8 }) },
  { rule: 'imaging.encode', what: 'a JPEG with alpha', answer: 'Image data with alpha cannot be encoded as jpeg', call: async (stand) => stand.imaging.encodeImageData({ imageData: await image(stand) }) },
  { rule: 'imaging.encode', what: 'a JPEG of 16 bit', answer: 'Only 8 bit image data can be encoded as jpeg', call: async (stand) => stand.imaging.encodeImageData({ imageData: await image(stand, { components: 3 }, new Uint16Array(6)) }) },
  { rule: 'imaging.encode', what: 'a gray JPEG', call: async (stand) => stand.imaging.encodeImageData({ imageData: await image(stand, gray, new Uint8Array(2)) }) },
  { rule: 'call.unknown-option', what: 'a JPEG by the name of its format', call: async (stand) => stand.imaging.encodeImageData({ imageData: await image(stand, { components: 3 }, new Uint8Array(6)), format: 'jpeg' }) },
  { rule: 'call.unknown-option', what: 'a JPEG quality', call: async (stand) => stand.imaging.encodeImageData({ imageData: await image(stand, { components: 3 }, new Uint8Array(6)), quality: 5 }) },
  { rule: 'imaging.disposed', what: 'a disposed image to put', call: async (stand) => {
    const imageData = await image(stand);
    await imageData.dispose();
    await stand.imaging.putPixels({ layerID: 2, imageData });
  } },
  { rule: 'imaging.disposed', what: 'a disposed image to encode', call: async (stand) => {
    const imageData = await image(stand, { components: 3 }, new Uint8Array(6));
    await imageData.dispose();
    await stand.imaging.encodeImageData({ imageData });
  } },
  { rule: 'imaging.disposed', what: 'a disposed image to look into', call: async (stand) => {
    const imageData = await image(stand);
    await imageData.dispose();
    await imageData.getData();
  } },
]; // prettier-ignore

describe('the imaging interface refuses', () => {
  it.each(rows)('$what', async ({ rule, answer, state, call }) => {
    const stand = aPhotoshop({}, state);
    const refused = stand.modal(() => call(stand));
    if (answer === undefined) await expect(refused).rejects.toThrow();
    else await expect(refused).rejects.toThrow(answer);
    expect(stand.rulesBroken()).toEqual([rule]);
  });

  it.each(['putPixels', 'putLayerMask', 'putSelection', 'getLayerMask', 'getSelection'] as const)(
    '%s outside a modal scope',
    async (call) => {
      const stand = aPhotoshop();
      await expect(stand.imaging[call]({})).rejects.toThrow(
        'The requested functionality is only allowed from inside a modal scope.',
      );
      expect(stand.rulesBroken()).toEqual(['modal.imaging']);
    },
  );

  it('nothing when a target has more keys than it needs: they are ignored, and nothing is scaled', async () => {
    const stand = aPhotoshop();
    await stand.modal(async () => {
      const imageData = await image(stand, {}, new Uint8Array([1, 2, 3, 255, 4, 5, 6, 255]));
      const targetBounds = { left: 1, top: 1, right: 8, bottom: 6 };
      await stand.imaging.putPixels({ layerID: 2, imageData, targetBounds, replace: true });
      await imageData.dispose();
    });
    expect(stand.control.state(stand.documentID).layers[0].bounds).toEqual({ left: 1, top: 1, right: 3, bottom: 2 });
    expect(stand.rulesBroken()).toEqual([]);
  });

  it('nothing when the user closed the document or deleted the layer: that is an ordinary answer', async () => {
    const stand = aPhotoshop();
    const { control, documentID, imaging, modal } = stand;
    control.user.removeLayer(documentID, 2);
    await expect(modal(() => imaging.getPixels({ documentID, layerID: 2 }))).rejects.toMatchObject({ number: -25922 });
    control.user.close(documentID);
    await expect(modal(() => imaging.getPixels({ documentID }))).rejects.toMatchObject({ number: -25922 });
    expect(control.refusals).toEqual([]);
  });

  it('counts image data that is never disposed of, and what all of it weighs at most', async () => {
    const stand = aPhotoshop();
    const first = await image(stand);
    await image(stand);
    expect(stand.control.imaging).toMatchObject({ undisposed: 2, peakBytes: 16 });
    await first.dispose();
    expect(stand.control.imaging).toMatchObject({ undisposed: 1, peakBytes: 16 });
  });
});
