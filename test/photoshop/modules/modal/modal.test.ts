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

  it('refuses to start without a name, and without a function', async () => {
    const { core, rulesBroken } = aPhotoshop();
    await expect(core.executeAsModal(() => 1, {})).rejects.toThrow('commandName');
    await expect(core.executeAsModal(undefined as never, { commandName: 'Test' })).rejects.toThrow('function');
    expect(rulesBroken()).toEqual(['modal.options', 'modal.options']);
  });

  it('hides the members of its context from a copy', async () => {
    const { modal } = aPhotoshop();
    await modal((context) => {
      expect({ ...context }).toEqual({});
      expect(JSON.parse(JSON.stringify(context))).toEqual({});
      expect(context.isCancelled).toBe(false);
    });
  });

  it('refuses its context after its end', async () => {
    const { modal, rulesBroken } = aPhotoshop();
    const context = await modal((given) => given);
    expect(() => context.isCancelled).toThrow();
    expect(rulesBroken()).toEqual(['modal.ended']);
  });

  it('refuses the control of the host after its end', async () => {
    const { modal, documentID, rulesBroken } = aPhotoshop();
    const hostControl = await modal((given) => given.hostControl);
    await expect(hostControl.suspendHistory({ documentID, name: 'Late' })).rejects.toThrow();
    await expect(hostControl.registerAutoCloseDocument(documentID)).rejects.toThrow();
    expect(rulesBroken()).toEqual(['modal.ended', 'modal.ended']);
  });

  it('nests in itself', async () => {
    const { core, modal, control } = aPhotoshop();
    const answer = await modal(() => core.executeAsModal(() => 'inner', { commandName: 'Inner' }));
    expect(answer).toBe('inner');
    expect(control.modal.count).toBe(1);
    expect(control.refusals).toEqual([]);
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

  it.each([{ kind: 'dialog' } as const, { kind: 'tool' } as const])(
    'waits for a $kind of Photoshop',
    async (holder) => {
      const { core, control } = aPhotoshop();
      control.takeModal(holder);
      const busy = core.executeAsModal(() => 1, { commandName: 'Test', timeOut: 1 });
      control.skip(1000);
      await expect(busy).rejects.toMatchObject({ number: 9 });
      control.releaseModal();
      await expect(core.executeAsModal(() => 2, { commandName: 'Test' })).resolves.toBe(2);
      expect(control.refusals).toEqual([]);
    },
  );

  it('counts an overlapping scope of the same plugin, and lets it wait', async () => {
    const { core, rulesBroken } = aPhotoshop();
    const order: string[] = [];
    const first = core.executeAsModal(() => void order.push('first'), { commandName: 'First' });
    const second = core.executeAsModal(() => void order.push('second'), { commandName: 'Second' });
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
    expect(rulesBroken()).toEqual(['modal.overlap']);
  });

  it('tells once that the user cancelled, and refuses every host call from then on', async () => {
    const { app, modal, control } = aPhotoshop();
    let told = 0;
    const cancelled = modal(async (context) => {
      context.onCancel = () => told++;
      control.pressEscape();
      control.pressEscape();
      expect(context.isCancelled).toBe(true);
      await app.activeDocument?.createPixelLayer();
    });
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(told).toBe(1);
    expect(control.refusals).toEqual([]);
  });

  it('counts a host call that nobody waited for', async () => {
    const { document, modal, rulesBroken } = aPhotoshop();
    let late: Promise<unknown> = Promise.resolve();
    await modal(() => {
      late = document().createPixelLayer();
    });
    await expect(late).rejects.toThrow('modal scope');
    expect(rulesBroken()).toEqual(['modal.unawaited']);
  });

  it('counts a scope that lasts too long', async () => {
    const { modal, rulesBroken } = aPhotoshop({ modalBudgetMs: 5 });
    await modal(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(rulesBroken()).toEqual(['modal.slow']);
  });
});
