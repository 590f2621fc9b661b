import { colorChannelsOf, modes } from '../../model/modes';
import type { Depth, DocumentState, Mode } from '../../model/state';
import { rectAt } from '../imaging/rect';
import { aBackground, aDocument, aPatch, aPhotoshop } from '../support/builders';
import { plainCore } from '../support/plainCore';
import type { Switches } from '../switches';

function inMode(mode: Mode, depth: Depth = 8): DocumentState {
  const values = Array.from({ length: colorChannelsOf(mode) }, (_, i) => i + 1);
  const mask = { bounds: rectAt(2, 1, 4, 3), outside: 0, samples: () => new Uint8Array(12).fill(9) };
  const whole = { ...mask, disabled: false, density: 255, feather: 0 };
  const patch = { ...aPatch(2, rectAt(2, 1, 4, 3), values, depth), mask: whole };
  return { ...aDocument({ mode, depth, layers: [patch, aBackground(8, 6, depth)] }), profile: Uint8Array.of(4) };
}

function aCmykDocument(switches: Partial<Switches> = {}) {
  return aPhotoshop({ switches }, inMode('cmyk'));
}

describe('a CMYK document', () => {
  it('is beyond imaging, and counted as what crashes the host', async () => {
    const { modal, imaging, documentID, rulesBroken } = aCmykDocument();
    await expect(modal(() => imaging.getPixels({ documentID }))).rejects.toThrow();
    expect(rulesBroken()).toEqual(['imaging.mode']);
  });

  it('becomes RGB by its mode, and by a profile where that changes the mode', async () => {
    for (const profileMode of ['changes', 'refuses'] as const) {
      const { modal, document, constants } = aCmykDocument({ profileMode });
      const convert = () => document().convertProfile('Adobe RGB (1998)', constants.Intent.PERCEPTUAL, true, false);
      if (profileMode === 'changes') await modal(convert);
      else await expect(modal(convert)).rejects.toThrow();
      expect(document().mode).toBe(constants.DocumentMode[profileMode === 'changes' ? 'RGB' : 'CMYK']);
      await modal(() => document().changeMode(constants.ChangeMode.RGB));
      expect(document().mode).toBe(constants.DocumentMode.RGB);
    }
  });
});

describe('a layer that is copied into a document of another mode', () => {
  it.each(['kept', 'lost'] as const)('has its mask %s, by the switch duplicateMask', async (duplicateMask) => {
    const stand = aPhotoshop({ switches: { duplicateMask } }, inMode('rgb'));
    const source = stand.document();
    const target = stand.control.user.open({ ...inMode('cmyk'), layers: [aBackground(8, 6)] }, 'press.psd');
    const { app } = stand;
    await stand.modal(() => {
      const [press] = app.documents.filter(({ id }) => id === target);
      return source.duplicateLayers([source.layers[0]], press);
    });
    const [layer] = stand.control.state(target).layers;
    expect(layer.pixels.read().color).toHaveLength(4);
    expect(layer.mask !== undefined).toBe(duplicateMask === 'kept');
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

  it.each(['works', 'rejects'] as const)('of one layer alone %s, by the switch mergeOne', async (mergeOne) => {
    const { modal, document } = aPhotoshop({ switches: { mergeOne } }, aDocument({ layers: [aBackground(8, 6)] }));
    const merge = modal(() => document().mergeVisibleLayers());
    if (mergeOne === 'works') await merge;
    else await expect(merge).rejects.toThrow();
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

it.each(['bitmap', 'indexed', 'duotone', 'multichannel'] as const)('%s is no mode of imaging', async (mode) => {
  expect(modes[mode].colors).toBeUndefined();
  const { modal, imaging, documentID, rulesBroken } = aPhotoshop({}, aDocument({ mode }));
  await expect(modal(() => imaging.getSelection({ documentID }))).rejects.toThrow();
  expect(rulesBroken()).toEqual(['imaging.mode']);
});
