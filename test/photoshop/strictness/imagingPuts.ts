import { createColorEngine } from '../color/colorEngine';
import { namedProfile } from '../color/namedProfiles';
import { createCore } from '../core';
import type { DocumentState } from '../model/state';
import { rectAt } from '../modules/imaging/rect';
import { aBackground, aDocument, aLayer, aPatch, aPhotoshop } from '../modules/support/builders';
import { littleCms } from '../node/littleCms';
import { gray, grayImage, image, opaque, opaqueImage } from './blocks';
import { forEvery, refused, type Stand } from './proofs';
import type { Row } from './row';

const deep = aDocument({ depth: 16 });
const locked = { transparency: false, pixels: false, position: false, all: false };
const special = aDocument({
  layers: [
    ...(['group', 'text', 'adjustment', 'smartObject'] as const).map((kind, i) => aLayer(i + 5, { kind, name: kind })),
    aLayer(9, { name: 'pixelsLocked', locks: { ...locked, pixels: true } }),
    aLayer(10, { name: 'allLocked', locks: { ...locked, all: true } }),
    aBackground(8, 6),
  ],
});
const put = (given: object) => async (stand: Stand) =>
  stand.imaging.putPixels({ ...given, imageData: await image(stand) });
const mask = (given: object) => async (stand: Stand) =>
  stand.imaging.putLayerMask({ ...given, imageData: await grayImage(stand) });
const layer = ({ control, documentID }: Stand) => control.state(documentID).layers[0];
const blob = { type: 'image/uncompressed', width: 2, height: 1, colorSpace: 'RGB', components: 3, componentSize: 8, pixelFormat: 'RGB', hasAlpha: false }; // prettier-ignore

/** What is made of arrays, encoded and put. */
export const imagingPuts: readonly Row[] = [
  {
    number: '11.2.15',
    platform: 'A 16-bit value beyond 32768 is refused with the words of the host, unless the full range was asked for',
    breaks: ['imaging.range'],
    proofs: {
      '32769': refused('imaging.range', (stand) => image(stand, {}, new Uint16Array(8).fill(32769)), {
        answer: 'invalid pixel data - 16 bit value is outside the photoshop range',
      }),
      'the full range': async () => {
        const imageData = await image(aPhotoshop(), { ...opaque, fullRange: true }, new Uint16Array(6).fill(65535));
        expect(await imageData.getData()).toEqual(new Uint16Array(6).fill(32768));
        expect(await imageData.getData({ fullRange: true })).toEqual(new Uint16Array(6).fill(65535));
      },
    },
  },
  {
    number: '11.2.16',
    platform: 'A color space is RGB, Grayscale or Lab, and has its own numbers of components',
    breaks: ['imaging.components', 'call.argument'],
    proofs: {
      CMYK: refused('call.argument', (stand) => image(stand, { colorSpace: 'CMYK' })),
      'four components of gray': refused('imaging.components', (stand) => image(stand, { colorSpace: 'Grayscale' })),
      'two components of Lab': refused('imaging.components', (stand) =>
        image(stand, { colorSpace: 'Lab', components: 2 }, new Uint8Array(4)),
      ),
      'one component of RGB': refused('imaging.components', (stand) =>
        image(stand, { components: 1 }, new Uint8Array(2)),
      ),
    },
  },
  {
    number: '11.2.17',
    platform: 'Pixels have the depth of the document that they are put into; masks and selections may have another',
    breaks: ['imaging.put-depth'],
    habits: ['maskPutDepth', 'maskDepth'],
    proofs: {
      '8 bit for a document of 16': refused('imaging.put-depth', put({ layerID: 2 }), { state: deep }),
      '8 bit for a document of 32': refused('imaging.put-depth', put({ layerID: 2 }), {
        state: aDocument({ depth: 32 }),
      }),
      '16 bit for a document of 8': refused('imaging.put-depth', async (stand) =>
        stand.imaging.putPixels({ layerID: 2, imageData: await image(stand, {}, new Uint16Array(8)) }),
      ),
      ...forEvery('maskPutDepth', async (maskPutDepth) => {
        const stand = aPhotoshop({ switches: { maskPutDepth } }, deep);
        const { imaging, modal, control, documentID } = stand;
        const done = modal(async () => imaging.putSelection({ imageData: await grayImage(stand, [255, 255]) }));
        if (maskPutDepth === 'document') await expect(done).rejects.toThrow();
        else await done;
        expect(stand.rulesBroken()).toEqual(maskPutDepth === 'document' ? ['imaging.put-depth'] : []);
        expect(control.state(documentID).selection?.samples).toEqual(
          maskPutDepth === 'any' ? new Uint16Array([32768, 32768]) : undefined,
        );
      }),
      ...forEvery('maskDepth', async (maskDepth) => {
        const { imaging, modal, control, documentID } = aPhotoshop({ switches: { maskDepth } }, deep);
        control.user.select(documentID, rectAt(0, 0, 2, 2));
        const { imageData } = await modal(() => imaging.getSelection({}));
        expect(imageData?.componentSize).toBe(maskDepth === 'eight' ? 8 : 16);
      }),
    },
  },
  {
    number: '11.2.18',
    platform: 'Data with alpha, deeper than 8 bit or in another space than RGB is not encoded',
    breaks: ['imaging.encode'],
    proofs: {
      alpha: refused(
        'imaging.encode',
        async (stand) => stand.imaging.encodeImageData({ imageData: await image(stand) }),
        {
          answer: 'Image data with alpha cannot be encoded as jpeg',
        },
      ),
      ...Object.fromEntries(
        [new Uint16Array(6), new Float32Array(6)].map((data) => [
          `${String(data.BYTES_PER_ELEMENT * 8)} bit`,
          refused(
            'imaging.encode',
            async (stand) => stand.imaging.encodeImageData({ imageData: await image(stand, opaque, data) }),
            { answer: 'Only 8 bit image data can be encoded as jpeg' },
          ),
        ]),
      ),
      gray: refused('imaging.encode', async (stand) =>
        stand.imaging.encodeImageData({ imageData: await grayImage(stand) }),
      ),
    },
  },
  {
    number: '11.2.19',
    platform: 'Masks and selections are data of one gray component',
    breaks: ['imaging.mask-format'],
    proofs: {
      'a mask of colors': refused('imaging.mask-format', async (stand) =>
        stand.imaging.putLayerMask({ layerID: 2, imageData: await image(stand) }),
      ),
      'a selection of gray with alpha': refused('imaging.mask-format', async (stand) =>
        stand.imaging.putSelection({ imageData: await image(stand, { ...gray, components: 2 }, new Uint8Array(4)) }),
      ),
    },
  },
  {
    number: '11.2.20',
    platform: 'Pixels are put into an unlocked pixel layer only, never the Background',
    breaks: ['imaging.put-kind'],
    proofs: Object.fromEntries(
      special.layers.map(({ id, name }) => [
        name,
        refused('imaging.put-kind', put({ layerID: id }), { state: special }),
      ]),
    ),
  },
  {
    number: '11.2.21',
    platform: 'putPixels without a layer or an image is refused',
    breaks: ['call.argument'],
    proofs: {
      'no layer': refused('call.argument', put({})),
      'no image': refused('call.argument', ({ imaging }) => imaging.putPixels({ layerID: 2 })),
    },
  },
  {
    number: '11.2.22',
    platform: 'The Background gets no mask, and a vector mask is not put',
    breaks: ['imaging.put-mask-kind'],
    proofs: {
      'the Background': refused('imaging.put-mask-kind', mask({ layerID: 1 })),
      'a vector mask': refused('imaging.put-mask-kind', mask({ layerID: 2, kind: 'vector' })),
    },
  },
  {
    number: '11.2.23',
    platform: 'getLayerMask of a layer without one throws; a fresh mask has either value outside its block',
    habits: ['maskOutside'],
    proofs: {
      'there is none': async () => {
        const { modal, imaging, control } = aPhotoshop();
        await expect(modal(() => imaging.getLayerMask({ layerID: 2 }))).rejects.toThrow('no user mask');
        expect(control.refusals).toEqual([]);
      },
      ...forEvery('maskOutside', async (maskOutside) => {
        const stand = aPhotoshop({ switches: { maskOutside } });
        await stand.modal(() => mask({ layerID: 2, targetBounds: { left: 3, top: 3 } })(stand));
        expect(layer(stand).mask?.outside).toBe(maskOutside === 'full' ? 255 : 0);
      }),
    },
  },
  {
    number: '11.2.24',
    platform: 'Other keys of targetBounds than left and top are ignored, and nothing is scaled',
    proofs: {
      'a right edge and a bottom': async () => {
        const stand = aPhotoshop();
        const data = new Uint8Array([1, 2, 3, 255, 4, 5, 6, 255]);
        const targetBounds = { left: 1, top: 1, right: 8, bottom: 6 };
        await stand.modal(async () =>
          stand.imaging.putPixels({ layerID: 2, imageData: await image(stand, {}, data), targetBounds, replace: true }),
        );
        expect(layer(stand).bounds).toEqual(rectAt(1, 1, 2, 1));
        expect(stand.rulesBroken()).toEqual([]);
      },
    },
  },
  {
    number: '11.2.25',
    platform: 'replace: true clears the rest of the layer, the mask or the selection',
    proofs: {
      ...replacing(true, { pixels: rectAt(5, 4, 2, 1), mask: rectAt(5, 4, 2, 1), selection: rectAt(5, 4, 2, 1) }),
      ...replacing(false, { pixels: rectAt(2, 1, 5, 4), mask: rectAt(2, 1, 5, 4), selection: rectAt(0, 0, 8, 6) }),
    },
  },
  {
    number: '11.2.26',
    platform: 'An ImageBlob takes an ArrayBuffer of exactly the size that it describes; object URLs may not be made',
    breaks: ['blob.buffer'],
    habits: ['objectUrls'],
    proofs: {
      ...Object.fromEntries(
        (
          [
            ['a typed array', new Uint8Array(6), blob],
            ['a wrong number of bytes', new ArrayBuffer(5), blob],
            ['a negative size', new ArrayBuffer(0), { ...blob, width: -2 }],
            ['32 bit', new ArrayBuffer(24), { ...blob, componentSize: 32 }],
            ['an unknown type', new ArrayBuffer(6), { type: 'image/webp' }],
            ['imaging`s name for gray', new ArrayBuffer(2), { ...blob, colorSpace: 'Grayscale', components: 1, pixelFormat: 'Grayscale' }],
          ] as const
        ).map(([what, buffer, meta]) => [what, refused('blob.buffer', ({ globals }) => new globals.ImageBlob(buffer, meta))]),
      ), // prettier-ignore
      ...forEvery('objectUrls', (objectUrls) => {
        const { globals } = aPhotoshop({ switches: { objectUrls } });
        const made = () => globals.URL.createObjectURL(new globals.ImageBlob(new ArrayBuffer(6), blob) as never);
        if (objectUrls === 'throw') expect(made).toThrow('not available');
        else expect(made()).toMatch(/^blob:/);
      }),
    },
  },
  {
    number: '11.2.27',
    platform: 'Colors are converted through the profiles, and come back within a step of 8 bit',
    proofs: {
      'into a layer of another profile and out again': async () => {
        const core = createCore(await createColorEngine(littleCms()));
        const profile = namedProfile('Adobe RGB (1998)');
        const layers = [aPatch(2, rectAt(0, 0, 1, 1), [0, 0, 0])];
        const stand = aPhotoshop({ core }, aDocument({ layers, ...(profile && { profile }) }));
        const colors = new Uint8Array([200, 100, 50, 60, 120, 180]);
        const named = { colorProfile: 'sRGB IEC61966-2.1' };
        const back = await stand.modal(async () => {
          await stand.imaging.putPixels({ layerID: 2, imageData: await image(stand, { ...opaque, ...named }, colors) });
          const { imageData } = await stand.imaging.getPixels({ layerID: 2, colorSpace: 'RGB', ...named });
          return imageData.getData();
        });
        expect([...layer(stand).pixels.read().color[0]]).not.toEqual([200, 60]);
        for (const [i, value] of [...back].filter((_, at) => at % 4 < 3).entries()) {
          expect(Math.abs(value - colors[i])).toBeLessThanOrEqual(1);
        }
      },
    },
  },
  {
    number: '11.2.28',
    platform: 'Edges of rectangles are whole numbers',
    breaks: ['imaging.bounds'],
    proofs: Object.fromEntries(
      [
        { left: 0.5, top: 0, right: 2, bottom: 2 },
        { left: Number.NaN, top: 0, right: 2, bottom: 2 },
        { left: 0, top: 0, width: 1, height: 1 },
      ].map((sourceBounds) => [
        JSON.stringify(sourceBounds),
        refused('imaging.bounds', ({ imaging }) => imaging.getSelection({ sourceBounds })),
      ]),
    ),
  },
];

/** What is left of a layer, its mask and the selection when a block of 2 by 1 is put at (5, 4). */
function replacing(replace: boolean, left: object) {
  return {
    [`replace: ${String(replace)}`]: async () => {
      const stand = aPhotoshop({}, masked());
      const { imaging, modal, control, documentID } = stand;
      await modal(async () => {
        const where = { replace, targetBounds: { left: 5, top: 4 } };
        const grays = await grayImage(stand);
        await imaging.putPixels({ layerID: 2, imageData: await opaqueImage(stand), ...where });
        await imaging.putLayerMask({ layerID: 2, imageData: grays, ...where });
        await imaging.putSelection({ imageData: grays, ...where });
      });
      const { layers, selection } = control.state(documentID);
      expect({ pixels: layers[0].bounds, mask: layers[0].mask?.bounds, selection: selection?.bounds }).toEqual(left);
    },
  };
}

function masked(): DocumentState {
  const [patch, ...others] = aDocument().layers;
  const samples = new Uint8Array(12).fill(9);
  const whole = { bounds: rectAt(2, 1, 4, 3), outside: 0, samples: () => samples, disabled: false, density: 255, feather: 0 }; // prettier-ignore
  const selection = { bounds: rectAt(0, 0, 8, 6), samples: new Uint8Array(48).fill(255) };
  return aDocument({ layers: [{ ...patch, mask: whole }, ...others], selection });
}
