import { colorChannelsOf } from '../../model/modes';
import type { Depth, DocumentState, Mode } from '../../model/state';
import { rectAt } from '../imaging/rect';
import { aBackground, aDocument, aPatch, aPhotoshop } from '../support/builders';
import { plainCore } from '../support/plainCore';

function inMode(mode: Mode, depth: Depth = 8): DocumentState {
  const values = Array.from({ length: colorChannelsOf(mode) }, (_, i) => i + 1);
  const mask = { bounds: rectAt(2, 1, 4, 3), outside: 0, samples: () => new Uint8Array(12).fill(9) };
  const whole = { ...mask, disabled: false, density: 255, feather: 0 };
  const patch = { ...aPatch(2, rectAt(2, 1, 4, 3), values, depth), mask: whole };
  return { ...aDocument({ mode, depth, layers: [patch, aBackground(8, 6, depth)] }), profile: Uint8Array.of(4) };
}

it('a layer is moved by whole pixels, with its mask', async () => {
  const { modal, document, control, documentID } = aPhotoshop({}, inMode('rgb'));
  await modal(() => document().layers[0].translate(-3, 2));
  const [{ bounds, mask }] = control.state(documentID).layers;
  expect([bounds, mask?.bounds]).toEqual([rectAt(-1, 3, 4, 3), rectAt(-1, 3, 4, 3)]);
});

describe('another depth', () => {
  it.each(['rgb', 'gray', 'lab', 'cmyk'] as const)('and back keeps every value, in %s', async (mode) => {
    const { modal, document, control, documentID, constants } = aPhotoshop({}, inMode(mode));
    const values = () => control.state(documentID).layers.map(({ pixels }) => pixels.read().color);
    const before = values();
    for (const depth of ['SIXTEEN', 'EIGHT'] as const) {
      const bits = constants.BitsPerChannelType[depth];
      await modal(() => {
        document().bitsPerChannel = bits;
      });
      expect(document().bitsPerChannel).toBe(bits);
    }
    expect(values()).toEqual(before);
  });

  it('leaves no color in the gray of Lab', async () => {
    const { modal, document, control, documentID, constants } = aPhotoshop(
      {},
      aDocument({ mode: 'lab', layers: [aPatch(1, rectAt(0, 0, 1, 1), [100, 128, 128])] }),
    );
    await modal(() => {
      document().bitsPerChannel = constants.BitsPerChannelType.SIXTEEN;
    });
    const [, a, b] = control.state(documentID).layers[0].pixels.read().color;
    expect([a[0], b[0]]).toEqual([16384, 16384]);
  });
});

describe('merging down', () => {
  it('leaves the lower layer with what was seen of both', async () => {
    const upper = { ...aPatch(2, rectAt(2, 1, 2, 2), [9, 9, 9]), name: 'Upper' };
    const lower = { ...aPatch(1, rectAt(1, 1, 2, 2), [5, 5, 5]), name: 'Lower' };
    const { modal, document, control, documentID } = aPhotoshop(
      {},
      aDocument({ layers: [upper, lower], activeLayers: [2] }),
    );
    const merged = await modal(() => document().layers[0].merge());
    expect(merged.name).toBe('Lower');
    const [{ bounds, pixels }, ...others] = control.state(documentID).layers;
    expect([others, bounds, [...pixels.read().color[0]]]).toEqual([[], rectAt(1, 1, 3, 2), [5, 9, 9, 5, 9, 9]]);
  });

  it('is not available where nothing is beneath, or where a mask would have to be applied', async () => {
    const alone = aPhotoshop({}, aDocument({ layers: [aPatch(1, rectAt(0, 0, 2, 2), [1, 2, 3])], activeLayers: [1] }));
    await expect(alone.modal(() => alone.document().layers[0].merge())).rejects.toThrow('Merge Down');
    const masked = aPhotoshop({}, { ...inMode('rgb'), activeLayers: [2] });
    await expect(masked.modal(() => masked.document().layers[0].merge())).rejects.toThrow('Merge Down');
  });
});

it('a layer is copied into a document whose profile has a name that nobody knows', async () => {
  const core = { ...plainCore, profileNamed: () => undefined };
  const stand = aPhotoshop({ core }, inMode('rgb'));
  const unknown = { ...inMode('cmyk'), profile: Uint8Array.of(9, 9), layers: [aBackground(8, 6)] };
  const target = stand.control.user.open(unknown, 'press.psd');
  const source = [...stand.app.documents].find(({ id }) => id === stand.documentID);
  await stand.modal(() => {
    const [press] = stand.app.documents.filter(({ id }) => id === target);
    return source?.duplicateLayers([source.layers[0]], press);
  });
  expect(stand.control.state(target).layers[0].pixels.read().color).toHaveLength(4);
  expect(stand.control.refusals).toEqual([]);
});

describe('merging what is visible', () => {
  it('leaves one layer, and hidden ones', async () => {
    const { modal, document, control, documentID } = aPhotoshop();
    await modal(() => document().mergeVisibleLayers());
    expect(control.state(documentID).layers).toHaveLength(1);
  });
});

it('a saved channel is removed', async () => {
  const { modal, document } = aPhotoshop();
  await modal(async () => {
    await document().selection.selectRectangle(rectAt(1, 1, 2, 2));
    await document().selection.save('Kept');
    expect(document().channels).toHaveLength(1);
    await document().channels[0].remove();
  });
  expect(document().channels).toHaveLength(0);
});
