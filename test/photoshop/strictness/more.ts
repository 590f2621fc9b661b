import { createColorEngine } from '../color/colorEngine';
import { createCore } from '../core';
import { rectAt } from '../modules/imaging/rect';
import { aBackground, aDocument, aLayer, aPatch, aPhotoshop } from '../modules/support/builders';
import { type Switches, switchesFrom } from '../modules/switches';
import { littleCms } from '../node/littleCms';
import { image, opaque } from './blocks';
import { forEvery, later, outcomeOf, refused } from './proofs';
import type { Part } from './row';

const ink = aDocument({
  mode: 'cmyk',
  profile: Uint8Array.of(4),
  layers: [aPatch(2, rectAt(2, 1, 4, 3), [1, 2, 3, 4])],
});
const whole = { bounds: rectAt(2, 1, 4, 3), outside: 0, samples: () => new Uint8Array(12).fill(9), disabled: false, density: 255, feather: 0 }; // prettier-ignore

/** Demands and habits beyond the list. */
export const morePart: Part = {
  number: 'more',
  length: 21,
  rows: [
    {
      number: 'more.1',
      platform: 'A host call that was begun in a scope and not awaited comes too late',
      breaks: ['modal.unawaited'],
      proofs: {
        'a layer is made': async () => {
          const { document, modal, rulesBroken } = aPhotoshop();
          let late: Promise<unknown> = Promise.resolve();
          await modal(() => {
            late = document().createPixelLayer();
          });
          await expect(late).rejects.toThrow('modal scope');
          expect(rulesBroken()).toEqual(['modal.unawaited']);
        },
      },
    },
    {
      number: 'more.2',
      platform: 'A member that the platform or the stand-in does not have is no silent undefined',
      breaks: ['member.absent'],
      proofs: Object.fromEntries(
        (['app', 'imaging', 'action', 'core', 'uxp'] as const).map((name) => [
          name,
          () => {
            const stand = aPhotoshop();
            expect(Reflect.get(stand[name], 'magic')).toBeUndefined();
            expect(() => Reflect.set(stand[name], 'magic', 1)).toThrow();
            expect(stand.rulesBroken()).toEqual(['member.absent', 'member.absent']);
          },
        ]),
      ),
    },
    {
      number: 'more.3',
      platform: 'Links and paths are opened with permission only',
      breaks: ['shell.permission'],
      proofs: {
        'a link': refused('shell.permission', ({ uxp }) => uxp.shell.openExternal('file:///a')),
        'a path': refused('shell.permission', ({ uxp }) => uxp.shell.openPath('/a.png')),
      },
    },
    {
      number: 'more.4',
      platform: 'Playback of an Action may hold the modal state, and may not wait for the handler',
      habits: ['playbackModal', 'playbackWaits'],
      proofs: {
        ...forEvery('playbackModal', async (playbackModal) => {
          const { core, control } = aPhotoshop({ switches: { playbackModal } });
          const options = { commandName: 'Edit', timeOut: 0.01 };
          const edit = () => outcomeOf(core.executeAsModal(() => undefined, options));
          const outcome = await control.playStep({ edit }, { methodName: 'edit', info: {} });
          expect(outcome).toBe(playbackModal === 'free' ? 'resolved' : 'rejected');
        }),
        ...forEvery('playbackWaits', async (playbackWaits) => {
          const { control } = aPhotoshop({ switches: { playbackWaits } });
          const answer = await control.playStep({ edit: () => 'done' }, { methodName: 'edit', info: {} });
          if (playbackWaits === 'waits') expect(answer).toBe('done');
          else expect(answer).toHaveProperty('running');
        }),
      },
    },
    {
      number: 'more.5',
      platform: 'A batchPlay that is played while a dialog of Photoshop is open may wait for its end',
      habits: ['dialogBatchPlay'],
      proofs: forEvery('dialogBatchPlay', async (dialogBatchPlay) => {
        const { action, control } = aPhotoshop({ switches: { dialogBatchPlay } });
        control.takeModal({ kind: 'dialog' });
        let answered = false;
        const get = { _obj: 'get', _target: [{ _property: 'name' }, { _ref: 'layer', _id: 2 }] };
        const played = action.batchPlay([get]).finally(() => (answered = true));
        await later(10);
        expect(answered).toBe(dialogBatchPlay === 'answers');
        control.releaseModal();
        await played;
      }),
    },
    {
      number: 'more.6',
      platform: 'An untagged document has no name of a profile, in one of three ways',
      habits: ['untaggedName'],
      proofs: forEvery('untaggedName', (untaggedName) => {
        const { profile: _, ...untagged } = aDocument();
        const { document, constants } = aPhotoshop({ switches: { untaggedName } }, untagged);
        expect(document().colorProfileName).toBe({ none: 'None', empty: '', null: null }[untaggedName]);
        expect(document().colorProfileType).toBe(constants.ColorProfileType.NONE);
      }),
    },
    {
      number: 'more.7',
      platform: 'A copy of a layer may lose its metadata, and a group that is deleted may leave its layers',
      habits: ['duplicateXmp', 'groupDelete'],
      proofs: {
        ...forEvery('duplicateXmp', async (duplicateXmp) => {
          const layers = [aLayer(2, { xmp: '<x/>' }), aBackground(8, 6)];
          const { modal, document, control, documentID } = aPhotoshop(
            { switches: { duplicateXmp } },
            aDocument({ layers }),
          );
          await modal(() => document().layers[0].duplicate());
          const [copy] = control.state(documentID).layers;
          expect([copy.name, copy.xmp]).toEqual(['Layer 2 copy', duplicateXmp === 'kept' ? '<x/>' : undefined]);
        }),
        ...forEvery('groupDelete', async (groupDelete) => {
          const layers = [aLayer(4, { kind: 'group', children: [aLayer(3)] }), aBackground(8, 6)];
          const { modal, document } = aPhotoshop({ switches: { groupDelete } }, aDocument({ layers }));
          await modal(() => {
            document().layers[0].delete();
          });
          expect(document().layers.map(({ id }) => id)).toEqual(groupDelete === 'deletes' ? [1] : [3, 1]);
        }),
      },
    },
    {
      number: 'more.8',
      platform: 'CMYK becomes RGB by its mode, and perhaps by a profile; merging one layer alone may be no merging',
      habits: ['profileMode', 'mergeOne'],
      proofs: {
        ...forEvery('profileMode', async (profileMode) => {
          const { modal, document, constants } = aPhotoshop({ switches: { profileMode } }, ink);
          const { CMYK, RGB } = constants.DocumentMode;
          await outcomeOf(modal(() => document().convertProfile('Adobe RGB (1998)', constants.Intent.PERCEPTUAL)));
          expect(document().mode).toBe(profileMode === 'changes' ? RGB : CMYK);
          await modal(() => document().changeMode(constants.ChangeMode.RGB));
          expect(document().mode).toBe(RGB);
        }),
        ...forEvery('mergeOne', async (mergeOne) => {
          const { modal, document } = aPhotoshop(
            { switches: { mergeOne } },
            aDocument({ layers: [aBackground(8, 6)] }),
          );
          const outcome = await outcomeOf(modal(() => document().mergeVisibleLayers()));
          expect(outcome).toBe(mergeOne === 'works' ? 'resolved' : 'rejected');
        }),
      },
    },
    {
      number: 'more.9',
      platform: 'What is copied into another document may lose its mask, and its place where that has another size',
      habits: ['duplicateMask', 'duplicatePlace'],
      proofs: {
        ...forEvery('duplicateMask', async (duplicateMask) => {
          const copy = await copied({ duplicateMask });
          expect(copy.mask !== undefined).toBe(duplicateMask === 'kept');
        }),
        ...forEvery('duplicatePlace', async (duplicatePlace) => {
          const copy = await copied({ duplicatePlace });
          expect(copy.bounds).toEqual(duplicatePlace === 'corner' ? rectAt(2, 1, 4, 3) : rectAt(7, 11, 4, 3));
        }),
      },
    },
    {
      number: 'more.10',
      platform: 'A picker that the user cancels gives null, or nothing',
      habits: ['cancelledPicker'],
      proofs: forEvery('cancelledPicker', async (cancelledPicker) => {
        const { localFileSystem } = aPhotoshop({ switches: { cancelledPicker } }).uxp.storage;
        const answers = [
          localFileSystem.getFileForOpening(),
          localFileSystem.getFileForSaving('a'),
          localFileSystem.getFolder(),
        ];
        expect(await Promise.all(answers)).toEqual(Array(3).fill(cancelledPicker === 'null' ? null : undefined));
      }),
    },
    {
      number: 'more.11',
      platform: 'What untagged RGB counts as is a choice in the color settings',
      habits: ['workingRgb'],
      proofs: forEvery('workingRgb', async (workingRgb) => {
        const core = createCore(await createColorEngine(littleCms()), {
          workingRgb: () => switchesFrom({ workingRgb }).workingRgb,
        });
        const { profile: _, ...untagged } = aDocument({ layers: [aPatch(2, rectAt(0, 0, 1, 1), [0, 200, 0])] });
        const { modal, imaging } = aPhotoshop({ core }, untagged);
        const { imageData } = await modal(() =>
          imaging.getPixels({ layerID: 2, colorSpace: 'RGB', colorProfile: 'sRGB IEC61966-2.1' }),
        );
        const [, green] = await imageData.getData();
        expect(green === 200).toBe(workingRgb === 'sRGB IEC61966-2.1');
      }),
    },
    {
      number: 'more.12',
      platform:
        'At 32 bit values are light; where a profile is named they may follow its curve; its name may say linear',
      habits: ['linearName', 'namedLight'],
      proofs: {
        ...forEvery('linearName', (linearName) => {
          const { document } = aPhotoshop({ switches: { linearName } }, aDocument({ depth: 32 }));
          const suffix = linearName === 'suffix' ? ' (Linear RGB Profile)' : '';
          expect(document().colorProfileName).toBe(`sRGB IEC61966-2.1${suffix}`);
        }),
        ...forEvery('namedLight', async (namedLight) => {
          const core = createCore(await createColorEngine(littleCms()));
          const profile = core.profileNamed('sRGB IEC61966-2.1');
          const state = aDocument({
            depth: 32,
            layers: [aPatch(2, rectAt(0, 0, 2, 1), [0.5, 0.5, 0.5], 32)],
            ...(profile && { profile }),
          });
          const stand = aPhotoshop({ core, switches: { namedLight } }, state);
          const named = { colorProfile: 'sRGB IEC61966-2.1' };
          await stand.modal(async () => {
            const { imageData } = await stand.imaging.getPixels({ layerID: 2, colorSpace: 'RGB', ...named });
            const [red] = await imageData.getData();
            expect(red).toBeCloseTo(namedLight === 'curved' ? 0.735 : 0.5, 2);
            const half = await image(stand, { ...opaque, ...named }, new Float32Array(6).fill(0.5));
            await stand.imaging.putPixels({ layerID: 2, imageData: half });
          });
          const [put] = stand.control.state(stand.documentID).layers[0].pixels.read().color;
          expect(put[0]).toBeCloseTo(namedLight === 'curved' ? 0.214 : 0.5, 2);
        }),
      },
    },
    {
      number: 'more.13',
      platform: 'A change of mode keeps adjustment layers, discards them, flattens all, or refuses',
      habits: ['modeAdjustments'],
      proofs: forEvery('modeAdjustments', async (modeAdjustments) => {
        const hidden = { ...aLayer(3, { kind: 'adjustment', visible: false }) };
        const { layers, ...rest } = aDocument();
        const { modal, document, constants } = aPhotoshop(
          { switches: { modeAdjustments } },
          { ...rest, layers: [hidden, ...layers] },
        );
        const changed = modal(() => document().changeMode(constants.ChangeMode.LAB));
        expect(await outcomeOf(changed)).toBe(modeAdjustments === 'refuses' ? 'rejected' : 'resolved');
        const left = { kept: 3, discarded: 2, flattens: 1, refuses: 3 };
        expect(document().layers).toHaveLength(left[modeAdjustments]);
      }),
    },
    {
      number: 'more.14',
      platform: 'A selection is loaded from the transparency of a layer, from its mask where it has one, or not at all',
      habits: ['loadLayer'],
      proofs: forEvery('loadLayer', async (loadLayer) => {
        const [patch, ...others] = aDocument().layers;
        const layers = [
          { ...patch, mask: { ...whole, bounds: rectAt(2, 1, 1, 1), samples: () => Uint8Array.of(9) } },
          ...others,
        ];
        const { modal, document } = aPhotoshop({ switches: { loadLayer } }, aDocument({ layers }));
        const loaded = modal(() => document().selection.load(document().layers[0]));
        expect(await outcomeOf(loaded)).toBe(loadLayer === 'refuses' ? 'rejected' : 'resolved');
        const { bounds } = document().selection;
        if (loadLayer === 'refuses') expect(bounds).toBeNull();
        else expect(bounds).toMatchObject(loadLayer === 'mask' ? rectAt(2, 1, 1, 1) : rectAt(2, 1, 4, 3));
      }),
    },
    {
      number: 'more.15',
      platform: 'While something is selected, moving a layer moves all of it, or what is selected of it',
      habits: ['moveSelected'],
      proofs: forEvery('moveSelected', async (moveSelected) => {
        const { modal, document, control, documentID } = aPhotoshop({ switches: { moveSelected } });
        control.user.select(documentID, rectAt(2, 1, 1, 3));
        await modal(() => document().layers[0].translate(-2, 1));
        const [{ bounds, pixels }] = control.state(documentID).layers;
        const isWhole = moveSelected === 'layer';
        expect(bounds).toEqual(isWhole ? rectAt(0, 2, 4, 3) : rectAt(0, 1, 6, 4));
        const rows = [[0, 0, 0, 1, 1, 1], [1, 0, 0, 1, 1, 1], [1, 0, 0, 1, 1, 1], [1, 0, 0, 0, 0, 0]]; // prettier-ignore
        const apart = rows.flat().map((value) => value * 255);
        expect([...(pixels.read().alpha ?? [])]).toEqual(isWhole ? Array(12).fill(255) : apart);
        expect(document().selection.bounds).toMatchObject(isWhole ? rectAt(2, 1, 1, 3) : rectAt(0, 2, 1, 3));
      }),
    },
    {
      number: 'more.16',
      platform: 'A copy of a document has its selection, or nothing is selected in it',
      habits: ['duplicateSelection'],
      proofs: forEvery('duplicateSelection', async (duplicateSelection) => {
        const { modal, document, control, documentID } = aPhotoshop({ switches: { duplicateSelection } });
        control.user.select(documentID, rectAt(2, 1, 1, 3));
        const copy = await modal(() => document().duplicate());
        if (duplicateSelection === 'kept') expect(copy.selection.bounds).toMatchObject(rectAt(2, 1, 1, 3));
        else expect(copy.selection.bounds).toBeNull();
        expect(control.state(documentID).selection?.bounds).toEqual(rectAt(2, 1, 1, 3));
      }),
    },
    {
      number: 'more.17',
      platform: 'A Background that becomes a layer counts as another one, or as the same',
      habits: ['backgroundId'],
      proofs: forEvery('backgroundId', async (backgroundId) => {
        const { modal, action, document, control, documentID } = aPhotoshop({ switches: { backgroundId } });
        const to = { _obj: 'layer' };
        await modal(() =>
          action.batchPlay([{ _obj: 'set', _target: [{ _ref: 'layer', _property: 'background' }], to }]),
        );
        expect(document().backgroundLayer).toBeNull();
        const freed = control.state(documentID).layers[1];
        expect(freed).toMatchObject({ isBackground: false, id: backgroundId === 'kept' ? 1 : 3 });
        const [again] = await modal(() =>
          action.batchPlay([{ _obj: 'set', _target: [{ _ref: 'layer', _property: 'background' }], to }]),
        );
        expect(again).toMatchObject({ _obj: 'error' });
      }),
    },
    {
      number: 'more.18',
      platform:
        'What is selected follows the picture as the canvas grows, stays where it was from the corner, or is lost',
      habits: ['canvasSelection'],
      proofs: forEvery('canvasSelection', async (canvasSelection) => {
        const stand = aPhotoshop({ switches: { canvasSelection } });
        stand.control.user.select(stand.documentID, rectAt(2, 1, 3, 3));
        await grown(stand);
        const { bounds } = stand.document().selection;
        if (canvasSelection === 'lost') expect(bounds).toBeNull();
        else expect(bounds).toMatchObject(canvasSelection === 'follows' ? rectAt(5, 3, 3, 3) : rectAt(2, 1, 3, 3));
      }),
    },
    {
      number: 'more.19',
      platform: 'Guides follow the picture as the canvas grows, or stay where they were from the corner',
      habits: ['canvasGuides'],
      proofs: forEvery('canvasGuides', async (canvasGuides) => {
        const stand = aPhotoshop({ switches: { canvasGuides } });
        await stand.modal(() => {
          stand.document().guides.add('vertical', 4.5);
          stand.document().guides.add('horizontal', 2);
        });
        await grown(stand);
        const at = [...stand.document().guides].map(({ direction, coordinate }) => [direction, coordinate]);
        const moved = canvasGuides === 'follow' ? [7.5, 4] : [4.5, 2];
        expect(at).toEqual([['vertical', moved[0]], ['horizontal', moved[1]]]); // prettier-ignore
      }),
    },
    {
      number: 'more.20',
      platform: 'Saved channels are black or white where the canvas is new',
      habits: ['canvasChannels'],
      proofs: forEvery('canvasChannels', async (canvasChannels) => {
        const stand = aPhotoshop({ switches: { canvasChannels } });
        stand.control.user.select(stand.documentID, rectAt(0, 0, 8, 6));
        await stand.modal(() => stand.document().selection.save('All'));
        await grown(stand);
        const [plane] = stand.control.state(stand.documentID).channels[0].pixels.read().color;
        expect([plane[0], plane[2 * 11 + 3]]).toEqual([canvasChannels === 'black' ? 0 : 255, 255]);
      }),
    },
    {
      number: 'more.21',
      platform: 'The canvas of a document with artboards is left alone',
      breaks: ['dom.artboards'],
      proofs: {
        'it is resized': refused('dom.artboards', ({ document }) => document().resizeCanvas(20, 20), {
          state: aDocument({
            layers: [{ ...aDocument().layers[0], kind: 'group', children: [], artboard: rectAt(0, 0, 8, 6) }],
          }),
        }),
      },
    },
  ],
};

/** A layer with a mask, after it was copied into a document of another mode and size. */
async function copied(switches: Partial<Switches>) {
  const [patch, ...others] = aDocument().layers;
  const stand = aPhotoshop({ switches }, aDocument({ layers: [{ ...patch, mask: whole }, ...others] }));
  const source = stand.document();
  const target = stand.control.user.open({ ...ink, width: 18, height: 26 }, 'press.psd');
  await stand.modal(() => source.duplicateLayers([source.layers[0]], stand.document()));
  return stand.control.state(target).layers[0];
}

/** To the left and to the top. */
function grown(stand: ReturnType<typeof aPhotoshop>): Promise<void> {
  return stand.modal(() => stand.document().resizeCanvas(11, 8, 'bottom-right'));
}
