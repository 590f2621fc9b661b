import { namedProfile } from '../photoshop/color/namedProfiles';
import { replaceLayer } from '../photoshop/model/replaceLayer';
import type { DocumentState } from '../photoshop/model/state';
import { background, group, pixelLayer } from '../support/documents/layers';
import { aScene } from '../support/documents/scene';
import { solid, tiny, tinyCanvas } from '../support/documents/tiny';
import { onceSelectionIsRead, turn, whileTheEngineWorks } from '../support/moments';
import { expectClean, isOpen, onStage, type OnStage } from '../support/onStage';

let stage: OnStage;
let release: (() => void) | undefined;

beforeAll(async () => {
  stage = await onStage();
});

afterEach(() => release?.());

afterAll(async () => {
  expectClean(stage);
  await stage.close();
});

interface Case {
  readonly name: string;
  readonly document?: () => DocumentState;
  /** What the user does before the edit is asked for. */
  readonly first?: (stage: OnStage, document: number) => void;
  readonly request?: object;
  readonly says: string;
}

const inGroup = (given: object) => () => {
  const photo = pixelLayer(1, 'Photo', { bounds: tinyCanvas });
  return tiny({ layers: [group(5, 'Set', [photo], given)] });
};

/** Large enough for the engine to take its time. */
const larger = () => aScene({ layers: [background()], active: 1 });

const cases: readonly Case[] = [
  {
    name: 'nothing is selected',
    document: () => withoutSelection(tiny()),
    says: 'Nothing is selected. Select what should go, with any selection tool.',
  },
  {
    name: 'one pixel is selected',
    document: () => tiny({ selection: solid({ left: 9, top: 9, right: 10, bottom: 10 }) }),
    says: 'The selection is too small. Select at least four pixels of what should go.',
  },
  {
    name: 'a selection is there but empty',
    document: () =>
      tiny({ selection: { bounds: { left: 9, top: 9, right: 19, bottom: 19 }, samples: new Uint8Array(100) } }),
    // Photoshop rejects the reading, and whether that is for want of a selection cannot be told
    says: 'Photoshop could not read the selection. The document is as it was. Try again; if it happens again, save and restart Photoshop.',
  },
  {
    name: 'the selection lies outside the canvas',
    document: () => tiny({ selection: solid({ left: 50, top: 9, right: 60, bottom: 20 }) }),
    says: 'The selection lies outside the canvas. Move it onto the picture, or select anew.',
  },
  {
    name: 'all is selected',
    document: () => tiny({ selection: solid(tinyCanvas) }),
    says: 'The selection leaves nothing to continue from. Select less: the fill is made from what stays unselected.',
  },
  {
    name: 'the selection is larger than the canvas',
    document: () => tiny({ selection: solid({ left: -20, top: -20, right: 80, bottom: 90 }) }),
    says: 'The selection leaves nothing to continue from. Select less: the fill is made from what stays unselected.',
  },
  {
    name: 'Quick Mask is on',
    document: () => tiny({ quickMask: true }),
    says: 'Quick Mask is on. Press Q to leave Quick Mask, then run the edit.',
  },
  {
    name: 'the active layer is locked',
    document: () => locked(inGroup({})()),
    says: 'The layer “Photo” is locked. Unlock it, or click another layer.',
  },
  {
    name: 'the active layer is hidden',
    first: ({ user }, document) => user.hide(document, 1),
    says: 'The layer “Background” is hidden. Show it, or click a layer that can be seen.',
  },
  {
    name: 'the group around the active layer is hidden',
    document: inGroup({ visible: false }),
    says: 'The layer “Photo” is hidden. Show it, or click a layer that can be seen.',
  },
  {
    name: 'a group is active',
    document: () => ({ ...inGroup({})(), activeLayers: [5] }),
    says: 'The group “Set” is active. Click the layer in it that the result should stand above.',
  },
  {
    name: 'several layers are active',
    first: ({ user }, document) => user.activate(document, [1, 2]),
    says: 'Several layers are active. Click the one layer that the result should stand above.',
  },
  {
    name: 'no layer is active',
    first: ({ user }, document) => user.activate(document, []),
    says: 'No layer is active. Click the layer that the result should stand above.',
  },
  {
    name: 'the picture is too small',
    document: () => tiny({ width: 12, height: 12, selection: solid({ left: 2, top: 2, right: 6, bottom: 6 }) }),
    says: 'The picture is too small (12 × 12 px). An edit needs at least 16 × 16 px.',
  },
  {
    name: 'the document is in Multichannel',
    document: () => tiny({ mode: 'multichannel' }),
    says: 'Inlay cannot edit a document in Multichannel. It edits RGB, Grayscale, Lab and CMYK. Choose Image > Mode > RGB Color, then run the edit.',
  },
  {
    name: 'the document is in Indexed Color',
    document: () => tiny({ mode: 'indexed' }),
    says: 'Inlay cannot edit a document in Indexed Color. It edits RGB, Grayscale, Lab and CMYK. Choose Image > Mode > RGB Color, then run the edit.',
  },
  {
    name: 'there is no pixel where the picture would be read',
    document: () => tiny({ layers: [pixelLayer(1, 'Empty', { bounds: tinyCanvas, coverage: () => 0 })] }),
    says: 'There are no pixels here, at or beneath the layer “Empty”. Click a layer that has pixels where the selection is.',
  },
  {
    name: 'the operation is unknown',
    request: { operation: 'conjure' },
    says: 'The edit cannot be understood. operation: there is no such operation; it can be “instruct”, “inpaint”, “remove”, “outpaint”, “style”, “replace” or “generate”.',
  },
  {
    name: 'the model is unknown',
    request: { model: 'deep-thought' },
    says: 'There is no model called “deep-thought”. Choose one from the list of models, or leave the choice to Inlay.',
  },
  {
    name: 'the document is closed while it is surveyed',
    document: larger,
    first: (on, document) => onceSelectionIsRead(on, () => on.user.close(document)),
    says: '“photo.psd” was closed. Nothing was placed. Open it again and run the edit once more.',
  },
  {
    name: 'the document is closed while the engine works',
    document: larger,
    first: (on, document) => whileTheEngineWorks(on, () => on.user.close(document)),
    says: '“photo.psd” was closed. Nothing was placed. Open it again and run the edit once more.',
  },
  {
    name: 'the canvas is resized while the engine works',
    document: larger,
    first: (on, document) => whileTheEngineWorks(on, () => on.user.resizeCanvas(document, 60, 60)),
    says: '“photo.psd” changed its size, mode, depth or profile since the edit began. Nothing was placed. Undo that change, or run the edit once more.',
  },
  {
    name: 'the document is converted to another profile while the engine works',
    document: larger,
    first: (on, document) => whileTheEngineWorks(on, () => convertToAdobeRgb(on, document)),
    says: '“photo.psd” changed its size, mode, depth or profile since the edit began. Nothing was placed. Undo that change, or run the edit once more.',
  },
  {
    name: 'Quick Mask is switched on while the engine works',
    document: larger,
    first: (on, document) => whileTheEngineWorks(on, () => on.user.setQuickMask(document, true)),
    says: 'Quick Mask is on. Press Q to leave Quick Mask, then run the edit.',
  },
  {
    name: 'the document is converted to another mode while the engine works',
    document: larger,
    first: (on, document) =>
      whileTheEngineWorks(on, () => on.user.edit(document, 'Mode', (state) => ({ ...state, mode: 'lab' }))),
    says: '“photo.psd” changed its size, mode, depth or profile since the edit began. Nothing was placed. Undo that change, or run the edit once more.',
  },
  {
    name: 'the active layer is deleted while the engine works',
    document: () => aScene({ layers: [pixelLayer(1, 'Photo'), pixelLayer(2, 'Below')], active: 1 }),
    first: (on, document) => whileTheEngineWorks(on, () => on.user.removeLayer(document, 1)),
    says: 'The layer “Photo” is gone. Nothing was placed. Undo its deletion, or run the edit once more.',
  },
  {
    name: 'another plugin keeps Photoshop busy',
    first: (on) => busy(on, { kind: 'plugin', id: 'com.example.slow' }),
    says: 'Photoshop is busy. Finish or cancel the plugin com.example.slow, then try again.',
  },
  {
    name: 'a dialog is open',
    first: (on) => busy(on, { kind: 'dialog' }),
    // from a recorded Action a dialog and a playing Action look alike
    says: 'Photoshop stands still while this Action plays. Switch off “Recorded actions wait for the edit” in Inlay, or run the edit from the panel.',
  },
  {
    name: 'another plugin takes over before the result is placed',
    document: larger,
    first: (on) => whileTheEngineWorks(on, () => busy(on, { kind: 'plugin', id: 'com.example.slow' })),
    says: 'Photoshop is busy. Finish or cancel the plugin com.example.slow, then try again.',
  },
];

it.each(cases)('says what to do and leaves the document alone when $name', async (given) => {
  const document = stage.open((given.document ?? tiny)());
  given.first?.(stage, document);
  const before = stage.control.state(document);
  const answer = await stage.edit(given.request);
  expect(answer).toEqual({ outcome: 'failed', reason: given.says });
  expectUntouched(document, before);
});

it('says so when no document is open', async () => {
  const empty = await onStage();
  expect(await empty.edit()).toEqual({
    outcome: 'failed',
    reason: 'No document is open. Open a picture and select what should go.',
  });
  expectClean(empty);
  await empty.close();
});

it('places the layer also when the disk is full, and says what could not be kept', async () => {
  const full = await onStage();
  const document = full.open(tiny());
  full.control.fillDisk(true);
  expect((await full.edit()).outcome).toBe('placed');
  expect(full.control.history(document)).toHaveLength(2);
  expectClean(full);
  await full.close();
});

it('waits for a short while when another plugin is busy', async () => {
  const document = stage.open(tiny());
  stage.control.takeModal({ kind: 'plugin', id: 'com.example.quick' });
  const answer = stage.edit();
  await turn(50);
  stage.control.releaseModal();
  expect((await answer).outcome).toBe('placed');
  stage.user.close(document);
});

/** Until the test ends; the host's time flies, so that nobody waits for real. */
function busy({ control }: OnStage, holder: Parameters<OnStage['control']['takeModal']>[0]): void {
  control.takeModal(holder);
  const timer = setInterval(() => control.skip(500), 5);
  release = () => {
    release = undefined;
    clearInterval(timer);
    control.releaseModal();
  };
}

const doneByUser = new Set(['Canvas Size', 'Delete Layer', 'Convert to Profile', 'Quick Mask', 'Mode']);

function convertToAdobeRgb({ user }: OnStage, document: number): void {
  const profile = namedProfile('Adobe RGB (1998)');
  if (profile === undefined) throw new Error('The profile is always at hand');
  user.edit(document, 'Convert to Profile', (state) => ({ ...state, profile }));
}

/** Nothing but what the user did meanwhile may be new. */
function expectUntouched(document: number, before: DocumentState): void {
  const { control, user } = stage;
  if (!isOpen(stage, document)) return;
  const [last] = control.history(document).slice(-1);
  const byUser = last !== undefined && doneByUser.has(last.name);
  expect(control.state(document)).toBe(byUser ? last.state : before);
  user.close(document);
}

function withoutSelection({ selection: _selection, ...state }: DocumentState): DocumentState {
  return state;
}

function locked(state: DocumentState): DocumentState {
  return replaceLayer(state, 1, (layer) => ({ ...layer, locks: { ...layer.locks, all: true } }));
}
