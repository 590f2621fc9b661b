import { rectAt } from '../imaging/rect';
import type { Rule } from '../rules';
import { aDocument, aLayer, aPhotoshop } from '../support/builders';

type Stand = ReturnType<typeof aPhotoshop>;
const L = (id: number) => ({ _ref: 'layer', _id: id });
const D = (id: number) => ({ _ref: 'document', _id: id });
const px = (value: number) => ({ _unit: 'pixelsUnit', _value: value });
const selection = { _ref: 'channel', _property: 'selection' };
const makeMask = (how: string) => ({
  _obj: 'make',
  new: { _class: 'channel' },
  at: { _ref: 'channel', _enum: 'channel', _value: 'mask' },
  using: { _enum: 'userMaskEnabled', _value: how },
});

describe('batchPlay', () => {
  it('tells properties of layers and documents, outside a scope too', async () => {
    const { action, documentID, control } = aPhotoshop();
    const get = (property: string, ...of: object[]) => ({ _obj: 'get', _target: [{ _property: property }, ...of] });
    const answers = await action.batchPlay([
      get('hasUserMask', L(2), D(documentID)),
      get('hasVectorMask', L(2), D(documentID)),
      get('opacity', L(2)),
      get('title', D(documentID)),
    ]);
    expect(answers).toEqual([
      { hasUserMask: false },
      { hasVectorMask: false },
      { opacity: 255 },
      { title: 'photo.psd' },
    ]);
    control.user.select(documentID, rectAt(1, 2, 3, 4));
    const [bounds] = await action.batchPlay([get('selection', D(documentID))]);
    expect(bounds).toMatchObject({ selection: { left: px(1), bottom: px(6) } });
    expect(control.refusals).toEqual([]);
  });

  it('activates layers and documents', async () => {
    const { action, app, modal, document, documentID, control } = aPhotoshop();
    const other = control.user.open(aDocument(), 'other.psd');
    await modal(async () => {
      await action.batchPlay([{ _obj: 'select', _target: [D(documentID)] }]);
      await action.batchPlay([{ _obj: 'select', _target: [L(1)], makeVisible: false }]);
    });
    expect(app.activeDocument?.id).toBe(documentID);
    expect(document().activeLayers.map(({ id }) => id)).toEqual([1]);
    expect(control.state(other).activeLayers).toEqual([2]);
  });

  it('selects a rectangle, all, nothing, and what a layer or its mask covers', async () => {
    const { action, modal, document, control } = aPhotoshop();
    const set = (to: object) => ({ _obj: 'set', _target: [selection], to });
    const bounds = () => document().selection.bounds;
    await modal(async () => {
      await action.batchPlay([set({ _obj: 'rectangle', left: px(1), top: px(1), right: px(3), bottom: px(2) })]);
      expect(bounds()).toMatchObject(rectAt(1, 1, 2, 1));
      await action.batchPlay([makeMask('revealSelection')]);
      expect(bounds()).toBeNull();
      await action.batchPlay([set({ _ref: 'channel', _enum: 'channel', _value: 'mask' })]);
      expect(bounds()).toMatchObject(rectAt(1, 1, 2, 1));
      await action.batchPlay([set({ _enum: 'ordinal', _value: 'allEnum' })]);
      expect(bounds()).toMatchObject(rectAt(0, 0, 8, 6));
      await action.batchPlay([
        set({ _ref: [{ _ref: 'channel', _enum: 'channel', _value: 'transparencyEnum' }, L(2)] }),
      ]);
      expect(bounds()).toMatchObject(rectAt(2, 1, 4, 3));
      await action.batchPlay([set({ _enum: 'ordinal', _value: 'none' })]);
      expect(bounds()).toBeNull();
    });
    expect(control.refusals).toEqual([]);
  });

  it('makes, renames, groups, clips, hides, copies and deletes layers', async () => {
    const { action, modal, document, control } = aPhotoshop();
    const names = () => document().layers.map(({ name }) => name);
    await modal(async () => {
      const [made] = await action.batchPlay([{ _obj: 'make', _target: [{ _ref: 'layer' }] }]);
      const id = Number(made['layerID']);
      await action.batchPlay([
        { _obj: 'set', _target: [L(id)], to: { _obj: 'layer', name: 'Made' } },
        { _obj: 'groupEvent', _target: [L(id)] },
        { _obj: 'hide', null: [L(id)] },
        { _obj: 'duplicate', _target: [L(id)] },
      ]);
      expect(names()).toEqual(['Made copy', 'Made', 'Layer 2', 'Background']);
      expect(document().layers[1]).toMatchObject({ isClippingMask: true, visible: false });
      await action.batchPlay([{ _obj: 'delete', _target: [L(document().layers[0].id)] }]);
      await action.batchPlay([{ _obj: 'make', _target: [{ _ref: 'layerSection' }], from: { _ref: [L(id), L(2)] } }]);
      expect(names()).toEqual(['Group 1', 'Background']);
    });
    expect(control.refusals).toEqual([]);
  });

  it('keeps the metadata of a layer as text', async () => {
    const { action, modal, documentID, control } = aPhotoshop();
    const property = { _ref: 'property', _property: 'XMPMetadataAsUTF8' };
    const xml = '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>';
    await modal(async () => {
      const to = { _obj: 'layer', XMPMetadataAsUTF8: xml };
      const [answer] = await action.batchPlay([{ _obj: 'set', _target: [property, L(2), D(documentID)], to }]);
      expect(answer).not.toHaveProperty('_obj', 'error');
    });
    expect(control.state(documentID).layers[0].xmp).toBe(xml);
    const [read] = await action.batchPlay([
      { _obj: 'get', _target: [{ _property: 'XMPMetadataAsUTF8' }, L(2), D(documentID)] },
    ]);
    expect(read).toEqual({ XMPMetadataAsUTF8: xml });
  });

  it('knows a stale reference', () => {
    const { action, documentID, control } = aPhotoshop();
    expect(action.validateReference([L(2), D(documentID)])).toBe(true);
    expect(action.validateReference(L(99))).toBe(false);
    control.user.close(documentID);
    expect(action.validateReference(D(documentID))).toBe(false);
  });
});

describe('the action module refuses', () => {
  const rows: readonly (readonly [string, Rule, (stand: Stand) => Promise<unknown>])[] = [
    ['an unknown option', 'call.unknown-option', ({ action }) => action.batchPlay([], { sync: true })],
  ]; // prettier-ignore

  it.each(rows)('%s', async (_, rule, call) => {
    const stand = aPhotoshop();
    await expect(stand.modal(() => call(stand))).rejects.toThrow();
    expect(stand.rulesBroken()).toEqual([rule]);
  });
});

describe('events', () => {
  const later = () => new Promise((resolve) => setTimeout(resolve, 5));

  it('stop when the listener is taken away', async () => {
    const { action, control, documentID } = aPhotoshop();
    const heard: string[] = [];
    const listener = (event: string) => heard.push(event);
    await action.addNotificationListener(['set', { event: 'select' }], listener);
    await action.removeNotificationListener(['set', 'select'], listener);
    control.user.select(documentID, rectAt(0, 0, 1, 1));
    await later();
    expect(heard).toEqual([]);
  });
});

describe('a recorded Action', () => {
  it.each([
    ['free', 'waits'],
    ['modal', 'waits'],
    ['modal', 'returns'],
  ] as const)('plays its step by the name of a global function, %s, and %s', async (playbackModal, playbackWaits) => {
    const { action, core, control } = aPhotoshop({ switches: { playbackModal, playbackWaits } });
    action.recordAction({ name: 'Remove', methodName: 'edit' }, { lost: true });
    control.startRecording();
    action.recordAction({ name: 'Remove', methodName: 'edit' }, { operation: 'remove' });
    const [step] = control.stopRecording();
    expect(step).toEqual({ name: 'Remove', methodName: 'edit', info: { operation: 'remove' } });
    const seen: unknown[] = [];
    const edit = async (_context: object, info: unknown) => {
      seen.push(info);
      const options = { commandName: 'Edit', timeOut: 0.01 };
      return core.executeAsModal(() => 'done', options).catch((error: unknown) => error);
    };
    const answer = await control.playStep({ edit }, step);
    expect(seen).toEqual([{ operation: 'remove' }]);
    if (playbackWaits === 'returns') expect(answer).toHaveProperty('running');
    else if (playbackModal === 'modal') expect(answer).toMatchObject({ number: 9 });
    else expect(answer).toBe('done');
  });
});

describe('a layer via copy', () => {
  it('has what is selected of the active layer, which may be the Background; the selection is gone', async () => {
    const { action, modal, control, documentID } = aPhotoshop({}, aDocument({ activeLayers: [1] }));
    const [, background] = control.state(documentID).layers;
    control.user.select(documentID, rectAt(5, 2, 2, 1));
    const [answer] = await modal(() => action.batchPlay([{ _obj: 'copyToLayer' }]));
    const { layers, selection: selected, activeLayers } = control.state(documentID);
    expect(answer).toEqual({ layerID: layers[1].id });
    expect([selected, activeLayers]).toEqual([undefined, [layers[1].id]]);
    expect(layers[1].bounds).toEqual(rectAt(5, 2, 2, 1));
    const row = background.pixels.read().color[0].slice(21, 23);
    expect(layers[1].pixels.read().color[0]).toEqual(row);
  });

  it('is not available where nothing is selected', async () => {
    const { action, modal } = aPhotoshop();
    const [answer] = await modal(() => action.batchPlay([{ _obj: 'copyToLayer' }]));
    expect(answer).toMatchObject({ _obj: 'error', result: -25920 });
  });
});

describe('the core module', () => {
  it('tells the tree of layers', async () => {
    const layers = [aLayer(4, { kind: 'group', children: [aLayer(3)] }), aLayer(2)];
    const { core, documentID } = aPhotoshop({}, aDocument({ layers }));
    expect(await core.getLayerTree({ documentID })).toMatchObject({
      list: [{ layerID: 4, kind: 'group', layers: [{ layerID: 3, kind: 'pixel' }] }, { layerID: 2 }],
    });
  });

  it('keeps a temporary document out of sight', async () => {
    const { core, app, modal, documentID, imaging } = aPhotoshop();
    await modal(async () => {
      const temporary = await core.createTemporaryDocument({ documentID });
      expect(app.documents).toHaveLength(1);
      const { imageData } = await imaging.getPixels({ documentID: temporary.documentID });
      await imageData.dispose();
      await core.deleteTemporaryDocument(temporary);
      await expect(imaging.getPixels({ documentID: temporary.documentID })).rejects.toThrow('not open');
    });
  });

  it('shows alerts', async () => {
    const { core, app, control } = aPhotoshop();
    await core.showAlert({ message: 'one' });
    await app.showAlert('two');
    expect(control.alerts).toEqual(['one', 'two']);
  });
});
