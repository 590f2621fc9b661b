import { rectAt } from '../modules/imaging/rect';
import { aPhotoshop } from '../modules/support/builders';
import { createLineage } from '../node/lineage';
import { contextAfter } from '../node/support/contextAfter';
import { forEvery, later, outcomeOf, type Stand } from './proofs';
import type { Part, Proof } from './row';

const outside = 'The requested functionality is only allowed from inside a modal scope.';
const onePixel = { width: 1, height: 1, components: 3, colorSpace: 'RGB' };

/** A write outside a scope is refused with the platform's words, and nothing has changed. */
function kept(write: (stand: Stand) => unknown): Proof {
  return async () => {
    const stand = aPhotoshop();
    const before = stand.control.state(stand.documentID);
    const written = Promise.resolve().then(() => write(stand));
    await expect(written).rejects.toThrow(
      /^Event: \w+ may modify the state of Photoshop\. Such events are only allowed/,
    );
    expect(stand.rulesBroken()).toEqual(['modal.write']);
    expect(stand.control.state(stand.documentID)).toBe(before);
  };
}

/** Modal scopes, cancelling, suspended histories. */
export const modalPart: Part = {
  number: '11.1',
  length: 16,
  rows: [
    {
      number: '11.1.1',
      platform: 'A setter, a method that changes something or a descriptor other than get is refused outside a scope',
      breaks: ['modal.write'],
      habits: ['errorNumber'],
      proofs: {
        'a layer is renamed': kept((stand) => (stand.document().layers[0].name = 'x')),
        'a layer is hidden': kept((stand) => (stand.document().layers[0].visible = false)),
        'a layer is moved': kept((stand) => {
          stand.document().layers[0].bringToFront();
        }),
        'a layer is deleted': kept((stand) => {
          stand.document().layers[0].delete();
        }),
        'a layer is made': kept((stand) => stand.document().createPixelLayer()),
        'all is selected': kept((stand) => stand.document().selection.selectAll()),
        'a document is closed': kept((stand) => {
          stand.document().closeWithoutSaving();
        }),
        'Quick Mask is switched on': kept((stand) => (stand.document().quickMaskMode = true)),
        'a layer is activated by a descriptor': kept(({ action }) =>
          action.batchPlay([{ _obj: 'select', _target: [{ _ref: 'layer', _id: 1 }] }]),
        ),
        'a get is none of these': async () => {
          const { action, control } = aPhotoshop();
          await action.batchPlay([{ _obj: 'get', _target: [{ _property: 'name' }, { _ref: 'layer', _id: 1 }] }]);
          expect(control.refusals).toEqual([]);
        },
        ...forEvery('errorNumber', async (errorNumber) => {
          const refused = aPhotoshop({ switches: { errorNumber } }).document().createPixelLayer();
          if (errorNumber === 'present') await expect(refused).rejects.toMatchObject({ number: 1000 });
          else await expect(refused).rejects.not.toHaveProperty('number');
        }),
      },
    },
    {
      number: '11.1.2',
      platform: 'Pixels, masks and selections are neither read nor written outside a scope',
      breaks: ['modal.imaging'],
      proofs: Object.fromEntries(
        (['getPixels', 'getLayerMask', 'getSelection', 'putPixels', 'putLayerMask', 'putSelection'] as const).map(
          (call) => [
            call,
            async () => {
              const stand = aPhotoshop();
              await expect(stand.imaging[call]({})).rejects.toThrow(outside);
              expect(stand.rulesBroken()).toEqual(['modal.imaging']);
            },
          ],
        ),
      ),
    },
    {
      number: '11.1.3',
      platform: 'Image data is made, encoded, looked into and disposed of outside a scope, or needs one',
      habits: ['encodeModal', 'dispose'],
      proofs: {
        ...forEvery('encodeModal', async (encodeModal) => {
          const { imaging, modal, control } = aPhotoshop({ switches: { encodeModal } });
          const make = () => imaging.createImageDataFromBuffer(new Uint8Array([1, 2, 3]), onePixel);
          const imageData = await modal(make);
          const calls = [make, () => imageData.getData(), () => imaging.encodeImageData({ imageData, base64: true })];
          const outcomes = await Promise.all(calls.map((call) => outcomeOf(call())));
          expect(outcomes).toEqual(Array(3).fill(encodeModal === 'free' ? 'resolved' : 'rejected'));
          expect(control.refusals).toEqual([]);
        }),
        ...forEvery('dispose', async (dispose) => {
          const { imaging, control } = aPhotoshop({ switches: { dispose } });
          const imageData = await imaging.createImageDataFromBuffer(new Uint8Array(3), onePixel);
          expect(imageData.dispose() instanceof Promise).toBe(dispose === 'promise');
          expect(control.imaging.undisposed).toBe(0);
        }),
      },
    },
    {
      number: '11.1.4',
      platform: 'A copy of the execution context has none of its members',
      proofs: {
        'it is spread, and goes through JSON': async () => {
          await aPhotoshop().modal((context) => {
            expect({ ...context }).toEqual({});
            expect(JSON.parse(JSON.stringify(context))).toEqual({});
            expect(context.isCancelled).toBe(false);
          });
        },
      },
    },
    {
      number: '11.1.5',
      platform: 'A scope without a commandName or a function does not start',
      breaks: ['modal.options'],
      proofs: {
        'it has no name': async () => {
          const { core, rulesBroken } = aPhotoshop();
          await expect(core.executeAsModal(() => 1, {})).rejects.toThrow('commandName');
          expect(rulesBroken()).toEqual(['modal.options']);
        },
        'it has no function': async () => {
          const { core, rulesBroken } = aPhotoshop();
          await expect(core.executeAsModal(undefined as never, { commandName: 'Test' })).rejects.toThrow('function');
          expect(rulesBroken()).toEqual(['modal.options']);
        },
      },
    },
    {
      number: '11.1.6',
      platform:
        'While another plugin or Photoshop itself is modal a scope waits as long as it was told to, then fails with 9',
      proofs: Object.fromEntries(
        ([{ kind: 'plugin', id: 'other.plugin' }, { kind: 'dialog' }, { kind: 'tool' }] as const).map((holder) => [
          holder.kind,
          async () => {
            const { core, control } = aPhotoshop();
            control.takeModal(holder);
            const busy = core.executeAsModal(() => 1, { commandName: 'Test', timeOut: 5 });
            control.skip(5000);
            await expect(busy).rejects.toMatchObject({ number: 9 });
            const byDefault = core.executeAsModal(() => 1, { commandName: 'Test' });
            control.skip(1000);
            await expect(byDefault).rejects.toMatchObject({ number: 9 });
            const patient = core.executeAsModal(() => 2, { commandName: 'Test', timeOut: 5 });
            control.releaseModal();
            await expect(patient).resolves.toBe(2);
            expect(control.refusals).toEqual([]);
          },
        ]),
      ),
    },
    {
      number: '11.1.7',
      platform: 'A scope of the same plugin that was not started from inside the running one collides with it',
      breaks: ['modal.overlap'],
      proofs: {
        'two are started at once': async () => {
          const { core, rulesBroken } = aPhotoshop();
          const order: string[] = [];
          const started = ['first', 'second'].map((commandName) =>
            core.executeAsModal(() => void order.push(commandName), { commandName }),
          );
          await Promise.all(started);
          expect(order).toEqual(['first', 'second']);
          expect(rulesBroken()).toEqual(['modal.overlap']);
        },
      },
    },
    {
      number: '11.1.8',
      platform: 'A nested scope shares cancel, progress and suspensions of the outer one',
      proofs: {
        'one is started inside another': async () => {
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
          expect(control.modal.count).toBe(1);
          expect(control.refusals).toEqual([]);
        },
      },
    },
    {
      number: '11.1.9',
      platform: 'After Escape isCancelled is true, onCancel was called once, and every host call throws',
      habits: ['resumeAfterCancel'],
      proofs: {
        'Escape is pressed twice': async () => {
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
        },
        ...forEvery('resumeAfterCancel', async (resumeAfterCancel) => {
          const { modal, documentID, control } = aPhotoshop({ switches: { resumeAfterCancel } });
          const resumed = modal(async ({ hostControl }) => {
            const suspension = await hostControl.suspendHistory({ documentID, name: 'Edit' });
            control.pressEscape();
            await hostControl.resumeHistory(suspension, false);
          });
          expect(await outcomeOf(resumed)).toBe(resumeAfterCancel === 'works' ? 'resolved' : 'rejected');
          expect(control.refusals).toEqual([]);
        }),
      },
    },
    {
      number: '11.1.10',
      platform: 'A target that throws rolls its suspensions back, and the error comes out of the scope',
      habits: ['errorMessage', 'rollbackVisibility', 'visibilityHistory'],
      proofs: {
        'it has made layers': async () => {
          const { modal, document, documentID, control } = aPhotoshop();
          const before = control.state(documentID);
          const failing = modal(async ({ hostControl }) => {
            await hostControl.suspendHistory({ documentID, name: 'Edit' });
            await document().createPixelLayer();
            throw new Error('no');
          });
          await expect(failing).rejects.toThrow('no');
          expect(control.state(documentID)).toBe(before);
          expect(control.history(documentID)).toHaveLength(1);
        },
        ...forEvery('errorMessage', async (errorMessage) => {
          const { modal } = aPhotoshop({ switches: { errorMessage } });
          const error: unknown = await modal(() => Promise.reject(new Error('oh'))).catch(Object);
          expect(error).toMatchObject({ message: errorMessage === 'kept' ? 'oh' : '' });
        }),
        ...forEvery('rollbackVisibility', async (rollbackVisibility) => {
          const { modal, document, documentID, control } = aPhotoshop({ switches: { rollbackVisibility } });
          await modal(async ({ hostControl }) => {
            const suspension = await hostControl.suspendHistory({ documentID, name: 'Look' });
            document().layers[0].visible = false;
            await hostControl.resumeHistory(suspension, false);
          });
          expect(control.state(documentID).layers[0].visible).toBe(rollbackVisibility !== 'kept');
          expect(control.history(documentID)).toHaveLength(rollbackVisibility === 'trace' ? 2 : 1);
        }),
        ...forEvery('visibilityHistory', async (visibilityHistory) => {
          const { modal, document, documentID, control } = aPhotoshop({ switches: { visibilityHistory } });
          await modal(() => {
            document().layers[0].visible = false;
          });
          expect(control.history(documentID)).toHaveLength(visibilityHistory === 'state' ? 2 : 1);
        }),
      },
    },
    {
      number: '11.1.11',
      platform: 'A target that resolves commits the suspensions that are still open',
      proofs: {
        'one is left open': async () => {
          const { modal, document, documentID, control } = aPhotoshop();
          await modal(async ({ hostControl }) => {
            await hostControl.suspendHistory({ documentID, name: 'Edit' });
            await document().createPixelLayer();
            await document().createPixelLayer();
          });
          expect(control.history(documentID).map(({ name }) => name)).toEqual(['Open', 'Edit']);
        },
      },
    },
    {
      number: '11.1.12',
      platform: 'A suspension is resumed once, innermost first, and only where there is one',
      breaks: ['modal.suspension'],
      proofs: {
        'an outer one, a used one and an unknown one are resumed': async () => {
          const { modal, documentID, rulesBroken } = aPhotoshop();
          await modal(async ({ hostControl }) => {
            const outer = await hostControl.suspendHistory({ documentID, name: 'Outer' });
            const inner = await hostControl.suspendHistory({ documentID, name: 'Inner' });
            await expect(hostControl.resumeHistory(outer)).rejects.toThrow();
            await hostControl.resumeHistory(inner);
            await expect(hostControl.resumeHistory(inner)).rejects.toThrow();
            await expect(hostControl.resumeHistory({ historySuspensionID: 7, finalName: '' })).rejects.toThrow();
          });
          expect(rulesBroken()).toEqual(Array(3).fill('modal.suspension'));
        },
      },
    },
    {
      number: '11.1.13',
      platform: 'The execution context and its host control are of no use after the end of their scope',
      breaks: ['modal.ended'],
      proofs: {
        'both are kept': async () => {
          const { modal, documentID, rulesBroken } = aPhotoshop();
          const context = await modal((given) => given);
          const hostControl = await modal((given) => given.hostControl);
          expect(() => context.isCancelled).toThrow();
          await expect(hostControl.suspendHistory({ documentID, name: 'Late' })).rejects.toThrow();
          await expect(hostControl.registerAutoCloseDocument(documentID)).rejects.toThrow();
          expect(rulesBroken()).toEqual(Array(3).fill('modal.ended'));
        },
      },
    },
    {
      number: '11.1.14',
      platform: 'A scope that waits for the network, or lasts longer than it should, fails the run',
      breaks: ['modal.network', 'modal.slow'],
      proofs: {
        'it fetches': async () => {
          const transport = () => Promise.resolve(new Response('ok'));
          const { globals, modal, rulesBroken } = aPhotoshop({ transport, lineage: createLineage() });
          await globals.fetch('https://api.example.com/');
          expect(rulesBroken()).toEqual([]);
          await modal(() => globals.fetch('https://api.example.com/'));
          expect(rulesBroken()).toEqual(['modal.network']);
        },
        'it waits for a timer': async () => {
          const { modal, rulesBroken } = aPhotoshop({ modalBudgetMs: 5 });
          await modal(() => later(20));
          expect(rulesBroken()).toEqual(['modal.slow']);
        },
        'XMLHttpRequest and WebSocket are not there to be waited for, and noted': () => {
          const { globals, probes } = contextAfter('globalThis.there = [typeof XMLHttpRequest, typeof WebSocket];');
          expect(globals['there']).toEqual(['undefined', 'undefined']);
          expect(probes).toEqual(['XMLHttpRequest', 'WebSocket']);
        },
      },
    },
    {
      number: '11.1.15',
      platform: 'A scope that is not interactive is silent for all events but its own beginning and end',
      proofs: {
        'a layer is made in one, and the user selects afterwards': async () => {
          const { modal, document, action, control, documentID } = aPhotoshop();
          const heard: string[] = [];
          const events = [
            'make',
            'set',
            'historyStateChanged',
            'modalJavaScriptScopeEnter',
            'modalJavaScriptScopeExit',
          ];
          await action.addNotificationListener(events, (event) => heard.push(event));
          await modal(() => document().createPixelLayer());
          await later();
          expect(heard).toEqual(['modalJavaScriptScopeEnter', 'modalJavaScriptScopeExit']);
          control.user.select(documentID, rectAt(0, 0, 2, 2));
          expect(heard).toHaveLength(2);
          await later();
          expect(heard.slice(2).sort()).toEqual(['historyStateChanged', 'set']);
        },
      },
    },
    {
      number: '11.1.16',
      platform: 'Registered documents close with the scope, also after a cancel; others are left open and seen to be',
      proofs: {
        'one of two is registered': async () => {
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
        },
      },
    },
  ],
};
