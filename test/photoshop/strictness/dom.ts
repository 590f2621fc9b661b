import { writePng } from '../files/writePng';
import { rectAt } from '../modules/imaging/rect';
import { aBackground, aDocument, aLayer, aPhotoshop } from '../modules/support/builders';
import { forEvery, later, refused, type Stand } from './proofs';
import type { Part } from './row';

const L = (id: number) => ({ _ref: 'layer', _id: id });
const D = (id: number) => ({ _ref: 'document', _id: id });
const get = (property: string, ...of: object[]) => ({ _obj: 'get', _target: [{ _property: property }, ...of] });
const play = (command: (stand: Stand) => object) => (stand: Stand) => stand.action.batchPlay([command(stand)]);
const place = (token: string) => ({ _obj: 'placeEvent', null: { _path: token, _kind: 'local' }, linked: false });

/** A token for a file in the plugin's folder, which holds these bytes. */
async function tokenFor({ uxp }: Stand, bytes: Uint8Array): Promise<string> {
  const { localFileSystem, formats } = uxp.storage;
  const file = await (await localFileSystem.getDataFolder()).createFile('a.png', { overwrite: true });
  await file.write(bytes.slice().buffer, { format: formats.binary });
  return localFileSystem.createSessionToken(file);
}

function pngOf({ control, documentID }: Stand): Uint8Array {
  const { width, height, layers } = control.state(documentID);
  return writePng({ width, height, planes: { color: layers[1].pixels.read().color } });
}

/** Documents and layers, descriptors, events. */
export const domPart: Part = {
  number: '11.3',
  length: 16,
  rows: [
    {
      number: '11.3.1',
      platform: 'batchPlay of what is no array is refused with the words of the host',
      breaks: ['action.array'],
      proofs: {
        'a boolean': refused('action.array', ({ action }) => action.batchPlay(true), {
          answer: 'Argument 1 has an invalid type. Expected type: array actual type: boolean',
        }),
        'one descriptor': refused('action.array', ({ action }) => action.batchPlay(get('name', L(2)))),
      },
    },
    {
      number: '11.3.2',
      platform: 'A command that fails resolves with an error, and those behind it are not run unless it was asked for',
      proofs: {
        'the first of three fails': async () => {
          const { action } = aPhotoshop();
          const commands = [get('layerEffects', L(2)), get('name', L(99)), get('name', L(2))];
          const stopped = await action.batchPlay(commands);
          expect(stopped).toEqual([{ _obj: 'error', message: expect.any(String) as string, result: -25922 }]);
          const went = await action.batchPlay(commands, { continueOnError: true });
          expect(went.map(({ _obj }) => _obj)).toEqual(['error', 'error', undefined]);
        },
      },
    },
    {
      number: '11.3.3',
      platform: 'A command acts on the document in front, whatever its reference says',
      proofs: {
        'it names a layer of another document': async () => {
          const { action, modal, documentID, control } = aPhotoshop();
          control.user.open(aDocument(), 'other.psd');
          const to = { _obj: 'layer', name: 'x' };
          const [answer] = await modal(() => action.batchPlay([{ _obj: 'set', _target: [L(2), D(documentID)], to }]));
          expect(answer).toMatchObject({ _obj: 'error', result: -25922 });
        },
      },
    },
    {
      number: '11.3.4',
      platform: 'A descriptor that the stand-in does not know fails the run',
      breaks: ['action.command'],
      proofs: {
        'an unknown command': refused(
          'action.command',
          play(() => ({ _obj: 'autoCutout' })),
        ),
        'an unknown property': refused(
          'action.command',
          play(() => get('magic', L(2))),
        ),
      },
    },
    {
      number: '11.3.5',
      platform: 'A get with dialog options was seen to hang',
      breaks: ['action.dialog'],
      proofs: {
        dontDisplay: refused(
          'action.dialog',
          play(() => ({ ...get('name', L(2)), _options: { dialogOptions: 'dontDisplay' } })),
        ),
      },
    },
    {
      number: '11.3.6',
      platform: 'A get of a whole document or application may open a dialog of the printer',
      breaks: ['action.whole-get'],
      proofs: {
        'a document': refused(
          'action.whole-get',
          play(({ documentID }) => ({ _obj: 'get', _target: [D(documentID)] })),
        ),
        'the application': refused(
          'action.whole-get',
          play(() => ({ _obj: 'get', _target: [{ _ref: 'application' }] })),
        ),
      },
    },
    {
      number: '11.3.7',
      platform: 'A blend mode that does not exist, or any on the Background, throws',
      breaks: ['dom.blend-mode'],
      proofs: {
        'on the Background': refused('dom.blend-mode', ({ document }) => (document().layers[1].blendMode = 'multiply')),
        'an unknown one': refused('dom.blend-mode', ({ document }) => (document().layers[0].blendMode = 'magic')),
        'one of groups': refused('dom.blend-mode', ({ document }) => (document().layers[0].blendMode = 'passThrough')),
      },
    },
    {
      number: '11.3.8',
      platform: 'A layer is moved inside a group only, and the Background stays where and what it is',
      breaks: ['dom.move', 'dom.protected'],
      proofs: {
        'into a layer that is no group': refused('dom.move', ({ document }) => {
          document().layers[0].move(document().layers[0], 'placeInside');
        }),
        'the Background': refused('dom.protected', ({ document }) => {
          document().layers[1].move(document().layers[0], 'placeBefore');
        }),
        'below the Background': refused('dom.protected', ({ document }) => {
          document().layers[0].move(document().layers[1], 'placeAfter');
        }),
      },
    },
    {
      number: '11.3.9',
      platform: 'A document that was closed and a layer that is gone are answered as such',
      proofs: {
        'both are still held': async () => {
          const layers = [aLayer(3), aLayer(2), aBackground(8, 6)];
          const { control, documentID, document, modal } = aPhotoshop({}, aDocument({ layers }));
          const [gone] = document().layers;
          const closed = document();
          control.user.removeLayer(documentID, 3);
          expect(() => gone.name).toThrow('not available');
          await expect(modal(() => gone.duplicate())).rejects.toMatchObject({ number: -25922 });
          control.user.close(documentID);
          expect(() => closed.title).toThrow('not open');
          await expect(modal(() => closed.flatten())).rejects.toMatchObject({ number: -25922 });
          expect(control.refusals).toEqual([]);
        },
      },
    },
    {
      number: '11.3.10',
      platform: 'A new layer lands above the active one, and inside a group that is active',
      proofs: {
        'a group and two layers are made': async () => {
          const { modal, document } = aPhotoshop();
          await modal(async () => {
            const group = await document().createLayerGroup({ name: 'G' });
            expect(document().layers.map(({ name }) => name)).toEqual(['G', 'Layer 2', 'Background']);
            const inside = await document().createPixelLayer({ name: 'In', opacity: 50 });
            expect(inside.parent?.id).toBe(group.id);
            const beside = await document().createPixelLayer({ name: 'Beside' });
            expect(group.layers?.map(({ name }) => name)).toEqual(['Beside', 'In']);
            expect(document().activeLayers[0].id).toBe(beside.id);
          });
        },
      },
    },
    {
      number: '11.3.11',
      platform: 'A mask from the selection takes the selection away',
      proofs: {
        'a rectangle': async () => {
          const { action, modal, document, control, documentID } = aPhotoshop();
          control.user.select(documentID, rectAt(2, 1, 2, 1));
          const at = { _ref: 'channel', _enum: 'channel', _value: 'mask' };
          const using = { _enum: 'userMaskEnabled', _value: 'revealSelection' };
          await modal(() => action.batchPlay([{ _obj: 'make', new: { _class: 'channel' }, at, using }]));
          expect(document().selection.bounds).toBeNull();
          expect(control.state(documentID).layers[0].mask).toMatchObject({ bounds: rectAt(2, 1, 2, 1), outside: 0 });
        },
      },
    },
    {
      number: '11.3.12',
      platform:
        'duplicate, open and createDocument bring their document to the front, layers that are made become active',
      proofs: {
        'all of them': async () => {
          const stand = aPhotoshop({}, aDocument({ layers: [aBackground(8, 6)], activeLayers: [1] }));
          const { modal, document, app, uxp } = stand;
          const file = await (await uxp.storage.localFileSystem.getDataFolder()).createFile('copy.png');
          await modal(async () => {
            await document().saveAs.png(file, {}, true);
            for (const make of [() => document().duplicate(), () => app.createDocument(), () => app.open(file)]) {
              const { id } = await make();
              expect(app.activeDocument?.id).toBe(id);
            }
            const made = await document().layers[0].duplicate();
            expect(document().activeLayers.map(({ id }) => id)).toEqual([made.id]);
          });
          expect(stand.control.refusals).toEqual([]);
        },
      },
    },
    {
      number: '11.3.13',
      platform:
        'A file is placed by a token of this session that leads to a whole picture: a corrupt one was seen to crash the host',
      breaks: ['files.token', 'action.place', 'action.command'],
      proofs: {
        'a path for a token': refused(
          'files.token',
          play(() => place('/PluginData/a.png')),
        ),
        'a token of a former session': async () => {
          const stand = aPhotoshop({ seed: 2 });
          const token = await tokenFor(aPhotoshop(), pngOf(stand));
          await expect(stand.modal(() => stand.action.batchPlay([place(token)]))).rejects.toThrow();
          expect(stand.rulesBroken()).toEqual(['files.token']);
        },
        'a PNG with a wrong byte': refused('action.place', async (stand) => {
          const bytes = pngOf(stand).slice();
          bytes[40] ^= 1;
          return stand.action.batchPlay([place(await tokenFor(stand, bytes))]);
        }),
        'a PNG that ends too soon': refused('action.place', async (stand) =>
          stand.action.batchPlay([place(await tokenFor(stand, pngOf(stand).slice(0, -14)))]),
        ),
        'a whole one, which the stand-in does not place': refused('action.command', async (stand) =>
          stand.action.batchPlay([place(await tokenFor(stand, pngOf(stand)))]),
        ),
      },
    },
    {
      number: '11.3.14',
      platform: 'Values beyond their range, sizes that are no numbers and empty names throw',
      breaks: ['dom.value'],
      proofs: {
        'an opacity below 0': refused('dom.value', ({ document }) => (document().layers[0].opacity = -1)),
        'an opacity beyond 100': refused('dom.value', ({ document }) => (document().layers[0].opacity = 101)),
        'an opacity that is no number': refused('dom.value', ({ document }) => (document().layers[0].opacity = NaN)),
        'an empty name': refused('dom.value', ({ document }) => (document().layers[0].name = '')),
        'a size that is no number': refused('dom.value', ({ document }) => document().resizeCanvas(NaN, 5)),
      },
    },
    {
      number: '11.3.15',
      platform: 'All events are heard in developer mode only',
      breaks: ['action.listen-all'],
      proofs: {
        'without it': refused('action.listen-all', ({ action }) => action.addNotificationListener(['all'], () => null)),
        'in it': async () => {
          const { action, control, documentID } = aPhotoshop({ developerMode: true });
          const heard: string[] = [];
          await action.addNotificationListener(['all'], (event: string) => heard.push(event));
          control.user.hide(documentID, 2);
          await later();
          expect([heard, control.delivered]).toEqual([['hide'], ['hide']]);
        },
      },
    },
    {
      number: '11.3.16',
      platform: 'Events come later, after the change; those of documents, or all, may be missing',
      habits: ['events'],
      proofs: forEvery('events', async (events) => {
        const { action, control, documentID } = aPhotoshop({ switches: { events } });
        const heard: string[] = [];
        const watched = ['open', 'close', 'set', 'select', 'historyStateChanged'];
        await action.addNotificationListener(watched, (event: string) => heard.push(event));
        const other = control.user.open(aDocument(), 'other.psd');
        control.user.activate(documentID, [1]);
        control.user.select(documentID, rectAt(0, 0, 1, 1));
        control.user.close(other);
        expect(heard).toEqual([]);
        await later();
        const others = events === 'none' ? [] : ['historyStateChanged', 'select', 'set'];
        expect(heard.sort()).toEqual(events === 'all' ? ['close', ...others, 'open'].sort() : others);
      }),
    },
  ],
};
