import { decodePng } from '../../src/image/png/decodePng';
import type { Raster } from '../../src/image/raster';
import { namedProfile } from '../photoshop/color/namedProfiles';
import { findLayer } from '../photoshop/model/findLayer';
import { modes } from '../photoshop/model/modes';
import { regionOf } from '../photoshop/model/samples';
import type { Depth, DocumentState, Mode, Samples } from '../photoshop/model/state';
import { startBfl } from '../servers/bfl';
import type { Running } from '../servers/kit';
import { documentIn, sceneSpot, softSpot } from '../support/documents/inMode';
import { below, layerNamed } from '../support/lookAt';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { reaching } from '../support/reaching';
import { runNow } from '../support/runNow';

const kinds = (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
  modes[mode].depths.map((depth) => [mode, depth as Depth] as const),
);

const profiles: Readonly<Partial<Record<Mode, string>>> = {
  rgb: 'Adobe RGB (1998)',
  gray: 'Gray Gamma 2.2',
  cmyk: 'Plain Press CMYK',
};

let server: Running;
let stage: OnStage;
let adobeStage: OnStage;
let curvedStage: OnStage;

beforeAll(async () => {
  server = await startBfl({ key: 'k1' });
  const reached = reaching({ bfl: server.address }, { bfl: 'k1' });
  stage = await onStage(reached);
  adobeStage = await onStage({ ...reached, switches: { workingRgb: 'Adobe RGB (1998)' } });
  curvedStage = await onStage({ ...reached, switches: { namedLight: 'curved' } });
});

afterAll(async () => {
  for (const one of [stage, adobeStage, curvedStage]) {
    expectClean(one);
    await one.close();
  }
  await server.close();
});

describe.each(kinds)('a model that gives back what it was sent, in %s mode at %i bits', (mode, depth) => {
  it('changes no bit, with its profile', async () => {
    await claimUnchanged(stage, mode, depth, namedProfile(profiles[mode] ?? ''));
  });

  it('changes no bit, untagged', async () => {
    await claimUnchanged(stage, mode, depth);
  });

  it('changes no bit, untagged where Photoshop takes that for Adobe RGB', async () => {
    await claimUnchanged(adobeStage, mode, depth);
  });
});

describe.each(['rgb', 'gray'] as const)('where values of a named profile follow its curve, in %s mode', (mode) => {
  it('changes no bit at 32 bits', async () => {
    await claimUnchanged(curvedStage, mode, 32, namedProfile(profiles[mode] ?? ''));
  });
});

async function claimUnchanged(on: OnStage, mode: Mode, depth: Depth, profile?: Uint8Array): Promise<void> {
  const before = documentIn(mode, depth, on.core, profile, softSpot(depth));
  const document = on.open(before);
  const answer = await on.edit({ operation: 'inpaint', prompt: 'nothing', model: 'flux-2-pro' });
  expect(answer).toMatchObject({ outcome: 'placed', route: { provider: 'bfl', scale: 'native' } });
  const after = on.control.state(document);
  const added = answer.layers?.[0]?.id ?? 0;
  expect(below(after, added)).toBe(1);
  expect([after.mode, after.depth]).toEqual([mode, depth]);
  expect(furthest(before, after, added)).toBe(0);
}

it.each([8, 16] as const)('what is sent of an untagged picture is what Photoshop shows, at %i bits', async (depth) => {
  const sent = [];
  for (const on of [stage, adobeStage]) {
    on.open(documentIn('rgb', depth, stage.core, undefined, softSpot(depth)));
    const answer = await on.edit({ operation: 'inpaint', prompt: 'nothing', model: 'flux-2-pro' });
    expect(answer.outcome).toBe('placed');
    sent.push(sourceOf(server.log.filter(({ stage: name }) => name === 'submit').at(-1)?.body));
  }
  // the same values of a green mean a stronger one there
  expect(greenness(sent[1])).toBeGreaterThan(greenness(sent[0]) + 3);
});

/** The picture that a request to Black Forest Labs carries. */
function sourceOf(body: Buffer | undefined): Raster {
  const { input_image } = JSON.parse(body?.toString('utf8') ?? '{}') as { readonly input_image?: string };
  return runNow(decodePng(Buffer.from(input_image ?? '', 'base64'))).raster;
}

/** By how many levels there is more green than red, on average over the first row. */
function greenness({ data, channels, width }: Raster): number {
  let sum = 0;
  for (let at = 0; at < width * channels; at += channels) sum += data[at + 1] - data[at];
  return sum / width;
}

it.each([
  ['replace', { operation: 'replace', references: [{ from: { kind: 'layer', name: 'Veil' }, role: 'product' }] }],
  ['style', { operation: 'style', references: [{ from: { kind: 'document', title: 'look.psd' }, role: 'style' }] }],
])('a reference is shown beside the source: %s', async (_name, request) => {
  stage.open(documentIn('lab', 16, stage.core), 'look.psd');
  stage.open(documentIn('rgb', 8, stage.core, undefined, softSpot(8)));
  const answer = await stage.edit({ ...request, policy: 'provider:bfl' });
  expect(answer).toMatchObject({ outcome: 'placed' });
  const { body } = server.log.filter(({ stage: name }) => name === 'submit').at(-1) ?? {};
  expect(Object.keys(JSON.parse(body?.toString('utf8') ?? '{}') as object)).toContain('input_image_2');
  expect(server.complaints).toEqual([]);
});

/** The largest difference between two layers around the spot, in levels of the document. */
function furthest(before: DocumentState, after: DocumentState, added: number): number {
  const [a, b] = [colorsOf(before, 1), colorsOf(after, added)];
  const differences = a.flatMap((plane, channel) => Array.from(plane, (value, i) => Math.abs(value - b[channel][i])));
  return Math.max(...differences);
}

function colorsOf(state: DocumentState, id: number): readonly Samples[] {
  const { bounds, pixels } = layerNamed(state, findLayer(state, id)?.id);
  return pixels.read().color.map((plane) => regionOf(plane, bounds, sceneSpot, 0));
}
