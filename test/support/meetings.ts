import { newPixelLayer } from '../photoshop/model/newLayer';
import { removeLayer } from '../photoshop/model/removeLayer';
import { fullScale } from '../photoshop/model/samples';
import type { DocumentState, LayerState, Samples } from '../photoshop/model/state';
import { resized } from '../photoshop/modules/dom/geometry';
import { shift } from '../photoshop/modules/imaging/rect';
import type { SwitchName } from '../photoshop/modules/switches';
import { listen } from '../photoshop/modules/tally';
import { startBfl } from '../servers/bfl';
import type { Running } from '../servers/kit';
import { documentIn, softSpot } from './documents/inMode';
import { group } from './documents/layers';
import { awkward, tiny } from './documents/tiny';
import { isSameLayers } from './isSameLayers';
import { below, changedOutside, layerNamed, maskPlane, seen, selectionPlane } from './lookAt';
import { beforeNext, turn, until } from './moments';
import type { OnStage } from './onStage';
import { openPanel } from './panelInContext';
import { reaching } from './reaching';

/** Something that the plugin does, with what has to be true of it whatever the platform's habit is. */
export type Play = (stage: OnStage, value: string, service: Running) => Promise<void>;

/** In which plays the plugin runs into a habit of the platform; or that it keeps out of its way in all of them. */
export const meetings: Readonly<Record<SwitchName, readonly Play[] | 'avoided'>> = {
  componentSize8: 'avoided',
  noSelection: 'avoided',
  emptyRegion: [findsNothing],
  trimming: [edits],
  pyramid: 'avoided',
  targetFit: 'avoided',
  maskOutside: [edits],
  maskDepth: [edits],
  maskPutDepth: 'avoided',
  dispose: [edits],
  rollbackVisibility: [isCancelled],
  visibilityHistory: [edits],
  resumeAfterCancel: 'avoided',
  events: [editsInPanel],
  fetchAbort: [stopsAsking],
  redirectAllowed: 'avoided',
  formData: 'avoided',
  secureStorage: [asksWithKey],
  secureMissing: [edits],
  secureRemove: 'avoided',
  playbackModal: [edits],
  playbackWaits: [edits],
  encodeModal: 'avoided',
  panelEvents: [editsInPanel],
  errorNumber: 'avoided',
  errorMessage: [isCancelled],
  dialogBatchPlay: [waitsForDialog],
  untaggedName: 'avoided',
  workingRgb: [asksWithKey],
  linearName: [asksInLight],
  namedLight: [asksInLight],
  modeAdjustments: 'avoided',
  loadLayer: 'avoided',
  duplicateSelection: [editsInks],
  duplicateXmp: 'avoided',
  duplicateMask: 'avoided',
  duplicatePlace: [editsInks],
  moveSelected: 'avoided',
  backgroundId: [extendsPicture],
  canvasSelection: [extendsPicture],
  canvasGuides: [extendsPicture],
  canvasChannels: [extendsInks],
  profileMode: 'avoided',
  mergeOne: 'avoided',
  groupDelete: 'avoided',
  cancelledPicker: [picksNothing],
  objectUrls: [editsInPanel],
};

/** What a stage needs for these plays beside habits: a service, with its key. */
export async function aService() {
  const server = await startBfl({ key: 'k1' });
  return { server, options: reaching({ bfl: server.address }, { bfl: 'k1' }) };
}

/** A recorded Action adds one layer and changes nothing else; while Photoshop stands still it does not begin. */
async function edits(stage: OnStage, value: string): Promise<void> {
  if (value !== 'modal') return editsWell(stage, awkward());
  const document = stage.open(awkward());
  const before = stage.control.state(document);
  const answer = await stage.edit();
  expect(answer.reason).toMatch(/^Photoshop stands still while this Action plays\./);
  expect(stage.control.state(document)).toBe(before);
}

/** At the far end of a strip that is wider than what is edited, with an adjustment and a group that are hidden. */
async function editsInks(stage: OnStage): Promise<void> {
  const small = documentIn('cmyk', 8, stage.core, undefined, softSpot(8));
  const [veil, photo] = small.layers;
  const adjustment: LayerState = { ...newPixelLayer(7, 'Levels'), kind: 'adjustment' };
  const hidden = group(8, 'Looks', [adjustment, { ...veil, id: 9 }], { visible: false });
  const layers = [{ ...adjustment, id: 10, visible: false }, veil, hidden, photo];
  await editsWell(stage, resized({ ...small, layers }, 320, 80, { x: 1, y: 0 }));
}

/** To the left and the top, with something selected, guides, and the Background active. */
async function extendsPicture(stage: OnStage): Promise<void> {
  await extendsWell(stage, tiny());
}

async function extendsInks(stage: OnStage): Promise<void> {
  await extendsWell(stage, documentIn('cmyk', 8, stage.core, undefined, softSpot(8)));
}

async function extendsWell(stage: OnStage, given: DocumentState): Promise<void> {
  const guides = [
    { id: 1, direction: 'vertical', coordinate: 10.5 },
    { id: 2, direction: 'horizontal', coordinate: 7 },
  ] as const;
  const document = stage.open({ ...given, guides });
  const before = stage.control.state(document);
  const answer = await stage.edit({
    operation: 'outpaint',
    growth: { kind: 'expand', left: 9, top: 5, right: 0, bottom: 4 },
    feather: 3,
  });
  expect(answer).toMatchObject({ outcome: 'placed' });
  const after = stage.control.state(document);
  expect([after.width, after.height]).toEqual([before.width + 9, before.height + 9]);
  expect(stage.control.history(document)).toHaveLength(2);
  expect(after.guides).toEqual([
    { ...guides[0], coordinate: 19.5 },
    { ...guides[1], coordinate: 12 },
  ]);
  expect(after.selection).toEqual(
    before.selection && { ...before.selection, bounds: shift(before.selection.bounds, 9, 5) },
  );
  expect(after.channels).toHaveLength(before.channels.length);
  stage.user.undo(document);
  expect(stage.control.state(document)).toBe(before);
}

async function editsWell(stage: OnStage, given: DocumentState): Promise<void> {
  const document = stage.open(given);
  const before = stage.control.state(document);
  const answer = await stage.edit();
  expect(answer).toMatchObject({ outcome: 'placed' });
  const after = stage.control.state(document);
  const added = answer.layers?.[0]?.id ?? 0;
  expect(stage.control.history(document)).toHaveLength(2);
  expect(isSameLayers(removeLayer(after, added).layers, before.layers)).toBe(true);
  expect(below(after, added)).toBe(1);
  expect(after.selection).toEqual(before.selection);
  const mask = maskPlane(after, added);
  if (before.selection) expectWithinOneLevel(mask, selectionPlane(before, before.selection), fullScale(before.depth));
  expect(changedOutside(mask, seen(before), seen(after))).toBe(0);
}

/** A host that gives masks at 8 bit knows no more than that. */
function expectWithinOneLevel(mask: Samples, selection: Samples, full: number): void {
  let furthest = 0;
  for (let i = 0; i < mask.length; i++) furthest = Math.max(furthest, Math.abs(mask[i] - selection[i]));
  expect(furthest).toBeLessThanOrEqual(Math.ceil(full / 255));
}

/** The panel shows, places and undoes, whichever events and calls reach it, also when it was hidden in between. */
async function editsInPanel(stage: OnStage): Promise<void> {
  const panel = await openPanel(stage);
  await stage.control.entrypoints.hidePanel('inlayPanel', panel.root);
  await stage.control.entrypoints.showPanel('inlayPanel', panel.root);
  const document = stage.open(awkward());
  const before = stage.control.state(document);
  await panel.says(/Run · free/);
  panel.press('Run');
  await until('the pictures', () => panel.images().length >= 2);
  panel.press('Place');
  await panel.says('Placed in this session');
  expect(stage.control.history(document)).toHaveLength(2);
  stage.user.undo(document);
  expect(isSameLayers(stage.control.state(document).layers, before.layers)).toBe(true);
}

/** Where nothing is to be seen, it says so. */
async function findsNothing(stage: OnStage): Promise<void> {
  const { layers, ...rest } = awkward();
  stage.open({ ...rest, layers: layers.map((layer) => ({ ...layer, opacity: 0 })) });
  expect((await stage.edit()).reason).toMatch(/^There are no pixels here/);
}

/** Escape while layers are hidden: they are shown again. */
async function isCancelled(stage: OnStage): Promise<void> {
  const document = stage.open(awkward());
  const before = stage.control.state(document);
  beforeNext(stage, 'getPixels', () => {
    stage.control.pressEscape();
  });
  expect(await stage.edit()).toMatchObject({ outcome: 'cancelled' });
  expect(isSameLayers(stage.control.state(document).layers, before.layers)).toBe(true);
  expect(stage.control.state(document).layers.map(({ visible }) => visible)).toEqual(
    before.layers.map(({ visible }) => visible),
  );
}

const hosted = { operation: 'inpaint', prompt: 'a red lighthouse', model: 'flux-2-pro' };

/** Without its key it says which is missing. */
async function asksWithKey(stage: OnStage, value: string): Promise<void> {
  stage.open(documentIn('rgb', 8, stage.core, undefined, softSpot(8)));
  const answer = await stage.edit(hosted);
  if (value === 'lost') expect(answer.reason).toMatch(/key/);
  else expect(answer).toMatchObject({ outcome: 'placed', route: { provider: 'bfl' } });
}

/** What comes back as it was sent is placed as it was. */
async function asksInLight(stage: OnStage): Promise<void> {
  const profile = stage.core.profileNamed('Adobe RGB (1998)');
  const document = stage.open(documentIn('rgb', 32, stage.core, profile, softSpot(32)));
  const answer = await stage.edit(hosted);
  expect(answer).toMatchObject({ outcome: 'placed' });
  const state = stage.control.state(document);
  const [is, was] = [answer.layers?.[0]?.id, 1].map((id) => mean(layerNamed(state, id).pixels.read().color[0]));
  expect(Math.abs(is / was - 1)).toBeLessThan(0.02);
}

function mean(plane: Samples): number {
  let sum = 0;
  for (const value of plane) sum += value;
  return sum / plane.length;
}

/** Cancelling ends the edit at once, whether or not the request goes on. */
async function stopsAsking(stage: OnStage, _: string, { faults, log }: Running): Promise<void> {
  const panel = await openPanel(stage);
  stage.open(documentIn('rgb', 8, stage.core, undefined, softSpot(8)));
  faults.add('submit', { kind: 'hang' }, 1);
  const before = log.length;
  const asked = stage.edit(hosted);
  await until('the request', () => log.length > before);
  panel.pressKey('Escape');
  expect(await asked).toMatchObject({ outcome: 'cancelled' });
}

/** An edit that was asked for while a dialog is open follows when it is closed. */
async function waitsForDialog(stage: OnStage): Promise<void> {
  const [over, photo] = tiny().layers;
  const document = stage.open({ ...tiny(), layers: [over, group(3, 'Group', [photo], { blendMode: 'pass' })] });
  stage.control.takeModal({ kind: 'dialog' });
  const heard = listen();
  const asked = stage.edit();
  await until('a question to Photoshop', () => [...heard.met].some((one) => one.startsWith('dialogBatchPlay')));
  heard.stop();
  stage.control.releaseModal();
  expect(await asked).toMatchObject({ outcome: 'placed' });
  expect(stage.control.history(document)).toHaveLength(2);
}

async function picksNothing(stage: OnStage): Promise<void> {
  const panel = await openPanel(stage);
  panel.pressTab('Settings');
  await panel.says('Import a list');
  panel.press('Import a list');
  await turn(10);
  await panel.says('Inlay knows its models by a list.');
  expect(panel.text()).not.toMatch('cannot be');
}
