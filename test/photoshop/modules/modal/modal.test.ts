import { createLineage } from '../../node/lineage';
import { aPhotoshop } from '../support/builders';

describe('a modal scope', () => {
  it('hands back what the target answers, and what it throws', async () => {
    const { core } = aPhotoshop();
    await expect(core.executeAsModal(() => 7, { commandName: 'Test' })).resolves.toBe(7);
    const failing = core.executeAsModal(() => Promise.reject(new Error('oh')), { commandName: 'Test' });
    await expect(failing).rejects.toThrow('oh');
  });

  it('is known only while it lasts', async () => {
    const { core, modal } = aPhotoshop();
    expect(core.isModal()).toBe(false);
    await modal(() => expect(core.isModal()).toBe(true));
    expect(core.isModal()).toBe(false);
  });

  it('waits for another plugin, as long as it was told to', async () => {
    const { core, control } = aPhotoshop();
    control.takeModal({ kind: 'plugin', id: 'other.plugin' });
    const busy = core.executeAsModal(() => 1, { commandName: 'Test', timeOut: 5 });
    control.skip(5000);
    await expect(busy).rejects.toMatchObject({ number: 9, message: 'Plugin: other.plugin is running a modal command' });
    const patient = core.executeAsModal(() => 2, { commandName: 'Test', timeOut: 5 });
    control.releaseModal();
    await expect(patient).resolves.toBe(2);
    expect(control.refusals).toEqual([]);
  });
});

describe('a suspended history', () => {
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

  it('is gone with its document, which is an ordinary answer', async () => {
    const { modal, document, documentID, control } = aPhotoshop();
    await modal(async ({ hostControl }) => {
      const suspension = await hostControl.suspendHistory({ documentID, name: 'Edit' });
      document().closeWithoutSaving();
      await expect(hostControl.resumeHistory(suspension)).rejects.toMatchObject({ number: -25922 });
    });
    expect(control.refusals).toEqual([]);
  });
});

describe('a scope, for those around it', () => {
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
