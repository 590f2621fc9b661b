import { createLineage } from '../../node/lineage';
import { rectAt } from '../imaging/rect';
import { aPhotoshop } from '../support/builders';

type Stand = ReturnType<typeof aPhotoshop>;

const writes: readonly (readonly [string, (stand: Stand) => unknown])[] = [
  ['a layer is not renamed', (stand) => (stand.document().layers[0].name = 'x')],
  ['a layer is not hidden', (stand) => (stand.document().layers[0].visible = false)],
  ['a layer is not moved', (stand) => stand.document().layers[0].bringToFront()],
  ['a layer is not deleted', (stand) => stand.document().layers[0].delete()],
  ['a document is not closed', (stand) => stand.document().closeWithoutSaving()],
  ['quick mask is not switched on', (stand) => (stand.document().quickMaskMode = true)],
];

describe('outside a modal scope', () => {
  it.each(writes)('%s', (_, write) => {
    const stand = aPhotoshop();
    const before = stand.control.state(stand.documentID);
    expect(() => write(stand)).toThrow(/^Event: \w+ may modify the state of Photoshop\. Such events are only allowed/);
    expect(stand.rulesBroken()).toEqual(['modal.write']);
    expect(stand.control.state(stand.documentID)).toBe(before);
  });

  it('no layer is made, nothing is selected, and no descriptor but get is played', async () => {
    const stand = aPhotoshop();
    const { action, document } = stand;
    await expect(document().createPixelLayer()).rejects.toMatchObject({ number: 1000 });
    await expect(document().selection.selectAll()).rejects.toThrow('modal scope');
    await expect(action.batchPlay([{ _obj: 'select', _target: [{ _ref: 'layer', _id: 1 }] }])).rejects.toThrow(
      'Event: select may modify',
    );
    await action.batchPlay([{ _obj: 'get', _target: [{ _property: 'name' }, { _ref: 'layer', _id: 1 }] }]);
    expect(stand.rulesBroken()).toEqual(['modal.write', 'modal.write', 'modal.write']);
  });

  it('a number may be missing from the error', async () => {
    const { document } = aPhotoshop({ switches: { errorNumber: 'absent' } });
    await expect(document().createPixelLayer()).rejects.not.toHaveProperty('number');
  });

  it('image data is made, unless a switch says otherwise', async () => {
    const options = { width: 1, height: 1, components: 3, colorSpace: 'RGB' };
    const free = aPhotoshop().imaging.createImageDataFromBuffer(new Uint8Array(3), options);
    await expect(free).resolves.toBeDefined();
    const { imaging, control } = aPhotoshop({ switches: { encodeModal: 'required' } });
    const bound = imaging.createImageDataFromBuffer(new Uint8Array(3), options);
    await expect(bound).rejects.toThrow('only allowed from inside a modal scope');
    expect(control.refusals).toEqual([]);
  });
});

describe('image data', () => {
  it('is made, looked into, encoded and disposed of outside a modal scope', async () => {
    const { imaging, control } = aPhotoshop();
    const options = { width: 1, height: 1, components: 3, colorSpace: 'RGB' };
    const imageData = await imaging.createImageDataFromBuffer(new Uint8Array([1, 2, 3]), options);
    expect(await imageData.getData()).toEqual(new Uint8Array([1, 2, 3]));
    expect(await imaging.encodeImageData({ imageData, base64: true })).toMatch(/^[\w+/]+=*$/);
    await imageData.dispose();
    expect(control.imaging.undisposed).toBe(0);
    expect(control.refusals).toEqual([]);
  });
});

describe('a nested scope', () => {
  it('shares the cancel, the progress and the suspensions of the outer one', async () => {
    const { core, modal, document, documentID, control } = aPhotoshop();
    const cancelled = modal(async (outer) => {
      const suspension = await outer.hostControl.suspendHistory({ documentID, name: 'Outer' });
      await core.executeAsModal(
        async (inner) => {
          inner.reportProgress({ value: 0.25 });
          await document().createPixelLayer();
          await inner.hostControl.resumeHistory(suspension);
          control.pressEscape();
          expect(inner.isCancelled).toBe(true);
        },
        { commandName: 'Inner' },
      );
      expect(outer.isCancelled).toBe(true);
      await document().createPixelLayer();
    });
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(control.history(documentID).map(({ name }) => name)).toEqual(['Open', 'Outer']);
    expect(control.progress).toEqual([{ value: 0.25 }]);
    expect(control.refusals).toEqual([]);
  });
});

describe('a suspended history', () => {
  it('that is left open is committed where the target resolves', async () => {
    const { modal, document, documentID, control } = aPhotoshop();
    await modal(async ({ hostControl }) => {
      await hostControl.suspendHistory({ documentID, name: 'Edit' });
      await document().createPixelLayer();
    });
    expect(control.history(documentID).map(({ name }) => name)).toEqual(['Open', 'Edit']);
  });

  it('makes no state where nothing changed', async () => {
    const { modal, documentID, control } = aPhotoshop();
    await modal(async ({ hostControl }) => {
      await hostControl.resumeHistory(await hostControl.suspendHistory({ documentID, name: 'Edit' }));
    });
    expect(control.history(documentID)).toHaveLength(1);
  });

  it('takes its final name', async () => {
    const { modal, document, documentID, control } = aPhotoshop();
    await modal(async ({ hostControl }) => {
      const suspension = await hostControl.suspendHistory({ documentID, name: 'Edit' });
      await document().createPixelLayer();
      suspension.finalName = 'Remove';
      await hostControl.resumeHistory(suspension);
    });
    expect(control.history(documentID).at(-1)?.name).toBe('Remove');
  });

  it('is resumed once, and only where it was suspended', async () => {
    const { modal, documentID, rulesBroken } = aPhotoshop();
    await modal(async ({ hostControl }) => {
      const outer = await hostControl.suspendHistory({ documentID, name: 'Outer' });
      const inner = await hostControl.suspendHistory({ documentID, name: 'Inner' });
      await expect(hostControl.resumeHistory(outer)).rejects.toThrow();
      await hostControl.resumeHistory(inner);
      await expect(hostControl.resumeHistory(inner)).rejects.toThrow();
      await expect(hostControl.resumeHistory({ historySuspensionID: 7, finalName: '' })).rejects.toThrow();
    });
    expect(rulesBroken()).toEqual(['modal.suspension', 'modal.suspension', 'modal.suspension']);
  });

  it('is gone with its document, which is an ordinary answer', async () => {
    const { modal, document, documentID, control } = aPhotoshop();
    await modal(async ({ hostControl }) => {
      const suspension = await hostControl.suspendHistory({ documentID, name: 'Edit' });
      document().closeWithoutSaving();
      await expect(hostControl.resumeHistory(suspension)).rejects.toMatchObject({ number: -25922 });
    });
    expect(control.refusals).toEqual([]);
  });

  it.each([
    ['restored', true, 1],
    ['trace', true, 2],
    ['kept', false, 1],
  ] as const)('that is rolled back has visibility %s', async (rollbackVisibility, visible, states) => {
    const { modal, document, documentID, control } = aPhotoshop({ switches: { rollbackVisibility } });
    await modal(async ({ hostControl }) => {
      const suspension = await hostControl.suspendHistory({ documentID, name: 'Look' });
      document().layers[0].visible = false;
      await hostControl.resumeHistory(suspension, false);
    });
    expect(control.state(documentID).layers[0].visible).toBe(visible);
    expect(control.history(documentID)).toHaveLength(states);
  });

  it.each([
    ['none', 1],
    ['state', 2],
  ] as const)('is not needed for visibility: hiding a layer makes %s', async (visibilityHistory, states) => {
    const { modal, document, documentID, control } = aPhotoshop({ switches: { visibilityHistory } });
    await modal(() => {
      document().layers[0].visible = false;
    });
    expect(control.history(documentID)).toHaveLength(states);
  });

  it.each(['throws', 'works'] as const)('is resumed after a cancel: %s', async (resumeAfterCancel) => {
    const { modal, documentID, control } = aPhotoshop({ switches: { resumeAfterCancel } });
    const resumed = modal(async ({ hostControl }) => {
      const suspension = await hostControl.suspendHistory({ documentID, name: 'Edit' });
      control.pressEscape();
      await hostControl.resumeHistory(suspension, false);
    });
    if (resumeAfterCancel === 'throws') await expect(resumed).rejects.toThrow('cancelled');
    else await resumed;
    expect(control.refusals).toEqual([]);
  });
});

describe('a scope', () => {
  it('takes an error through with or without its words', async () => {
    const { modal } = aPhotoshop({ switches: { errorMessage: 'lost' } });
    await expect(modal(() => Promise.reject(new Error('oh')))).rejects.toThrow(/^$/);
  });

  it('closes the documents that were registered, also after a cancel, and others are seen to be left', async () => {
    const { modal, document, control, app } = aPhotoshop();
    const cancelled = modal(async ({ hostControl }) => {
      const copy = await document().duplicate('scratch');
      await hostControl.registerAutoCloseDocument(copy.id);
      await app.createDocument({ width: 4, height: 4 });
      control.pressEscape();
      await document().flatten();
    });
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(app.documents.map(({ title }) => title)).toEqual(['photo.psd', 'Untitled-3']);
    expect(control.leftOpen()).toHaveLength(1);
  });

  it('leaves nothing for the user to do meanwhile, unless it is interactive', async () => {
    const { core, modal, control, documentID } = aPhotoshop();
    await modal(() => {
      expect(() => {
        control.user.close(documentID);
      }).toThrow('the user cannot do that');
    });
    await core.executeAsModal(
      () => {
        control.user.close(documentID);
      },
      { commandName: 'Interactive', interactive: true },
    );
    expect(control.refusals).toEqual([]);
  });

  it('tells what it was told of its progress', async () => {
    const { modal, control, rulesBroken } = aPhotoshop();
    await modal((context) => {
      context.reportProgress({ value: 0.5, commandName: 'Half' });
      expect(() => {
        context.reportProgress({ value: 50 });
      }).toThrow();
    });
    expect(control.progress).toEqual([{ value: 0.5, commandName: 'Half' }]);
    expect(rulesBroken()).toEqual(['call.argument']);
  });

  it('that is started beside a running one is no nested one, where calls can be followed', async () => {
    const { core, rulesBroken } = aPhotoshop({ lineage: createLineage() });
    const order: string[] = [];
    let begun = () => {};
    const running = new Promise<void>((resolve) => (begun = resolve));
    const first = core.executeAsModal(
      async () => {
        begun();
        await new Promise((resolve) => setTimeout(resolve, 5));
        await core.executeAsModal(() => order.push('nested'), { commandName: 'Nested' });
        order.push('first');
      },
      { commandName: 'First' },
    );
    await running;
    const second = core.executeAsModal(() => order.push('second'), { commandName: 'Second' });
    await Promise.all([first, second]);
    expect(order).toEqual(['nested', 'first', 'second']);
    expect(rulesBroken()).toEqual(['modal.overlap']);
  });

  it('is reached at any moment: a host call can be waited for', async () => {
    const { modal, document, control } = aPhotoshop();
    const calls: string[] = [];
    const stop = control.onHostCall((call) => calls.push(call));
    await modal(async () => {
      await document().createPixelLayer();
      document().layers[0].name = 'x';
    });
    stop();
    expect(calls).toEqual(['make', 'set']);
  });

  it('is silent for all events but its own beginning and end', async () => {
    const { modal, document, action, control, documentID } = aPhotoshop();
    const heard: string[] = [];
    const events = ['make', 'set', 'historyStateChanged', 'modalJavaScriptScopeEnter', 'modalJavaScriptScopeExit'];
    await action.addNotificationListener(events, (event) => heard.push(event));
    await modal(async () => {
      await document().createPixelLayer();
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual(['modalJavaScriptScopeEnter', 'modalJavaScriptScopeExit']);
    control.user.select(documentID, rectAt(0, 0, 2, 2));
    expect(heard).toHaveLength(2);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard.slice(2).sort()).toEqual(['historyStateChanged', 'set']);
  });

  it('a wrapper of the document makes one state and resolves to nothing', async () => {
    const { document, documentID, control } = aPhotoshop();
    const both = document().suspendHistory(async () => {
      await document().createPixelLayer();
      await document().createPixelLayer();
    }, 'Both');
    await expect(both).resolves.toBeUndefined();
    expect(control.history(documentID).map(({ name }) => name)).toEqual(['Open', 'Both']);
    await expect(document().suspendHistory(() => Promise.reject(new Error('no')), 'Never')).rejects.toThrow('no');
  });
});
