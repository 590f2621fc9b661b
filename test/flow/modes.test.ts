import { namedProfile } from '../photoshop/color/namedProfiles';
import { noiseChannel } from '../photoshop/fixtures/documents';
import { findLayer } from '../photoshop/model/findLayer';
import { modes } from '../photoshop/model/modes';
import { canvasOf } from '../photoshop/model/rects';
import { fullScale, regionOf } from '../photoshop/model/samples';
import type { Depth, DocumentState, Mode, Samples } from '../photoshop/model/state';
import { type SwitchName, type Switches, switchValues } from '../photoshop/modules/switches';
import { listen } from '../photoshop/modules/tally';
import { documentIn, softSpot } from '../support/documents/inMode';
import { below, layerNamed, maskPlane } from '../support/lookAt';
import { expectClean, isInFront, onStage, type OnStage } from '../support/onStage';

const kinds = (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
  modes[mode].depths.map((depth) => [mode, depth as Depth] as const),
);

/** The habits that bear on modes and depths, and where an edit runs into them. */
const bearing: readonly { readonly name: SwitchName; readonly isMet: (mode: Mode, depth: Depth) => boolean }[] = [
  { name: 'maskDepth', isMet: (_, depth) => depth !== 8 },
  { name: 'maskOutside', isMet: (mode) => mode !== 'cmyk' },
  { name: 'duplicateSelection', isMet: (mode) => mode === 'cmyk' },
  { name: 'linearName', isMet: (_, depth) => depth === 32 },
];

/** Habits that an edit keeps out of the way of in every mode and depth, all at once otherwise than by default. */
const avoided: Partial<Switches> = {
  maskPutDepth: 'document',
  duplicateMask: 'lost',
  moveSelected: 'selection',
  profileMode: 'refuses',
  mergeOne: 'rejects',
  modeAdjustments: 'refuses',
  loadLayer: 'refuses',
  noSelection: 'noImageData',
  componentSize8: 'native',
};

const habits: readonly Partial<Switches>[] = [
  avoided,
  ...bearing.flatMap(({ name }) => switchValues[name].slice(1).map((value) => ({ ...avoided, [name]: value }))),
];

describe.each(habits)('an edit with a soft selection, with %j', (switches) => {
  let stage: OnStage;

  beforeAll(async () => {
    stage = await onStage({ switches });
  });

  afterAll(async () => {
    expectClean(stage);
    await stage.close();
  });

  it.each(kinds)('is right in %s mode at %i bits', async (mode, depth) => {
    const profile = stage.core.profileNamed(stage.core.workingName(mode));
    const before = withOtherChannel(documentIn(mode, depth, stage.core, profile, softSpot(depth)));
    const document = stage.open(before);
    const heard = listen();
    const answer = await stage.edit();
    heard.stop();
    for (const { name, isMet } of bearing) {
      const value = switches[name] ?? switchValues[name][0];
      expect([name, heard.met.has(`${name}: ${value}`)]).toEqual([name, isMet(mode, depth)]);
    }
    for (const name of Object.keys(avoided)) expect([...heard.met].join()).not.toContain(`${name}:`);
    expect(answer).toMatchObject({ outcome: 'placed' });
    const after = stage.control.state(document);
    const added = answer.layers?.[0]?.id ?? 0;
    expect(below(after, added)).toBe(1);
    expect([after.mode, after.depth, after.channels]).toEqual([mode, depth, before.channels]);
    expect(after.selection).toEqual(before.selection);
    expect(stage.control.history(document)).toHaveLength(2);
    expect(isInFront(stage, document)).toBe(true);
    const levels = switches.maskDepth === 'eight' ? 255 : 32768;
    const soft = softSpot(depth);
    const selected = regionOf(soft.samples, soft.bounds, canvasOf(before), 0);
    expect(furthest(maskPlane(after, added), selected, fullScale(depth) / levels)).toBeLessThanOrEqual(1);
  });
});

describe('pixels that go through the plugin unchanged', () => {
  let stage: OnStage;

  beforeAll(async () => {
    stage = await onStage();
  });

  afterAll(async () => {
    expectClean(stage);
    await stage.close();
  });

  it.each(kinds)('are the same beside the selection, in %s mode at %i bits', async (mode, depth) => {
    const profile = mode === 'rgb' ? namedProfile('Adobe RGB (1998)') : undefined;
    const before = documentIn(mode, depth, stage.core, profile, softSpot(depth));
    const document = stage.open(before);
    const answer = await stage.edit();
    const after = stage.control.state(document);
    const added = answer.layers?.[0]?.id ?? 0;
    const [was, is] = [layerPlanes(before, 1), layerPlanes(after, added)];
    const beside = maskPlane(after, added).map((value) => (value === 0 ? 1 : 0));
    const only = (planes: readonly Samples[]) => planes.map((plane) => plane.filter((_, i) => beside[i] === 1));
    expect(only(is)).toEqual(only(was));
  });

  it('keep what is darker than black and brighter than white', async () => {
    const scene = documentIn('rgb', 32, stage.core, undefined, softSpot(32));
    const bright = (plane: Samples) => plane.map((value) => value * 60 - 19);
    const [veil, photo] = scene.layers;
    const color = photo.pixels.read().color.map(bright);
    const document = stage.open({ ...scene, layers: [veil, { ...photo, pixels: { read: () => ({ color }) } }] });
    const answer = await stage.edit();
    const made = layerPlanes(stage.control.state(document), answer.layers?.[0]?.id ?? 0);
    const all = made.flatMap((plane) => [...plane]);
    expect(Math.max(...all)).toBeGreaterThan(1.5);
    expect(Math.min(...all)).toBeLessThan(0);
  });
});

function layerPlanes(state: DocumentState, id: number): readonly Samples[] {
  const { bounds, pixels } = layerNamed(state, findLayer(state, id)?.id);
  return pixels.read().color.map((plane) => regionOf(plane, bounds, canvasOf(state), 0));
}

/** The largest difference, in steps of `step`, rounded down to what rounding alone can do. */
function furthest(a: Samples, b: Samples, step: number): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
  return Math.round((most / step) * 100) / 100;
}

/** The retoucher has a channel of his own by the name that Inlay gives to the one that it saves for a moment. */
function withOtherChannel(state: DocumentState): DocumentState {
  return { ...state, channels: [noiseChannel(10, 'Inlay', state)] };
}
