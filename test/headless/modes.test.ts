import { createColorEngine } from '../photoshop/color/colorEngine';
import { namedProfile } from '../photoshop/color/namedProfiles';
import { createCore } from '../photoshop/core';
import { openDocument } from '../photoshop/files/openDocument';
import { modes } from '../photoshop/model/modes';
import type { Depth, DocumentState, LayerState, Mode } from '../photoshop/model/state';
import { littleCms } from '../photoshop/node/littleCms';
import { layerOriginOf } from '../photoshop/psd/origin';
import { writePsd } from '../photoshop/psd/writePsd';
import { documentIn, sceneSpot } from '../support/documents/inMode';
import { largestRingStep } from '../support/ringStep';
import { type Bench, createBench, tryEdit } from './testBench';

let bench: Bench;

beforeAll(() => {
  bench = createBench();
});

afterAll(() => bench.remove());

const kinds = (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
  modes[mode].depths.flatMap((depth) => [
    [mode, depth as Depth, 'with its profile'] as const,
    ...(mode === 'lab' ? [] : [[mode, depth as Depth, 'untagged'] as const]),
  ]),
);

const profiles: Readonly<Partial<Record<Mode, string>>> = {
  rgb: 'Adobe RGB (1998)',
  gray: 'Gray Gamma 2.2',
  cmyk: 'Plain Press CMYK',
};

/** The channels of a layer as they stand in the file. */
function channelsOf(layer: LayerState) {
  return layerOriginOf(layer)?.record.channels.map(({ raw }) => raw);
}

/** The largest step of color (ΔE2000) from just outside to just inside of what was removed. */
const ringLimit = { rgb: 2, gray: 2, lab: 2, cmyk: 3 } as const;

describe.each(kinds)('removing from a document in %s mode of %i bits, %s', (mode, depth, tagged) => {
  let before: DocumentState;
  let after: DocumentState;

  beforeAll(async () => {
    const core = createCore(await createColorEngine(littleCms()));
    const profile = tagged === 'untagged' ? undefined : namedProfile(profiles[mode] ?? '');
    const file = writePsd(documentIn(mode, depth, core, profile));
    bench.put('in.psd', file);
    const { left, top, right, bottom } = sceneSpot;
    const selection = [left, top, right, bottom].join();
    const more = ['--grow', '2', '--feather', '3', '--seed', '1', '--preview', 'preview.png', '--flat', 'flat.png'];
    const args = [
      '--document',
      'in.psd',
      '--selection',
      selection,
      '--operation',
      'remove',
      '--out',
      'out.psd',
      ...more,
    ];
    const tried = await tryEdit(bench, args);
    if (!tried.ok) throw new Error(tried.reason);
    expect(tried.report).toMatchObject({ refusals: [], imaging: { undisposed: 0 }, history: { added: 1 } });
    before = openDocument(file);
    after = openDocument(bench.bytes('out.psd'));
  });

  it('leaves mode, depth, profile and all other layers as they were, and adds one with a mask', () => {
    expect([after.mode, after.depth, after.profile]).toEqual([mode, depth, before.profile]);
    const [veil, added, photo] = after.layers;
    expect([veil, photo].map((layer) => layer && channelsOf(layer))).toEqual(before.layers.map(channelsOf));
    expect(added?.mask).toBeDefined();
    expect(after.layers).toHaveLength(3);
  });

  it('continues the colors around it', async () => {
    const core = createCore(await createColorEngine(littleCms()));
    expect(largestRingStep(after, sceneSpot, core)).toBeLessThan(ringLimit[mode]);
  });
});
