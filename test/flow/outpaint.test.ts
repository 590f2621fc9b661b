import { noiseChannel } from '../photoshop/fixtures/documents';
import { modes } from '../photoshop/model/modes';
import { canvasOf } from '../photoshop/model/rects';
import { fullScale, regionOf } from '../photoshop/model/samples';
import type { Depth, DocumentState, LayerState, Mode } from '../photoshop/model/state';
import { shift } from '../photoshop/modules/imaging/rect';
import type { Switches } from '../photoshop/modules/switches';
import { startBfl } from '../servers/bfl';
import type { Running } from '../servers/kit';
import { documentIn, softSpot } from '../support/documents/inMode';
import { group, pixelLayer } from '../support/documents/layers';
import { tiny } from '../support/documents/tiny';
import { below, changedOutside, layerNamed, maskPlane, seen } from '../support/lookAt';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { reaching } from '../support/reaching';

const kinds = (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
  modes[mode].depths.map((depth) => [mode, depth as Depth] as const),
);

const outward = { left: 12, top: 7, right: 0, bottom: 20 };
const outpaint = { operation: 'outpaint', growth: { kind: 'expand', ...outward }, feather: 4 };
const guides = [
  { id: 1, direction: 'vertical', coordinate: 30.5 },
  { id: 2, direction: 'horizontal', coordinate: 12 },
] as const;

let server: Running;

beforeAll(async () => {
  server = await startBfl({ key: 'k1' });
});

afterAll(() => server.close());

/** By default, and all else otherwise at once. */
const habits: readonly Partial<Switches>[] = [
  {},
  {
    ...{ backgroundId: 'kept', canvasSelection: 'stays', canvasGuides: 'stay', canvasChannels: 'white' },
    ...{ moveSelected: 'selection', duplicatePlace: 'middle', maskOutside: 'full', duplicateSelection: 'lost' },
  },
];

describe('a selection that is lost as the canvas grows', () => {
  it('is put back where it was in the picture', async () => {
    const stage = await onStage({ switches: { canvasSelection: 'lost' } });
    for (const mode of ['rgb', 'cmyk'] as const) await claimExtended(stage, documentFor(mode, 8, stage), {});
    expectClean(stage);
    await stage.close();
  });
});

describe.each(habits)('extending a picture, with %j', (switches) => {
  const models = Object.keys(switches).length === 0 ? ['local', 'flux-2-pro'] : ['local'];
  let stage: OnStage;

  beforeAll(async () => {
    stage = await onStage({ ...reaching({ bfl: server.address }, { bfl: 'k1' }), switches });
  });

  afterAll(async () => {
    expectClean(stage);
    await stage.close();
  });

  it.each(kinds.flatMap(([mode, depth]) => models.map((model) => [model, mode, depth] as const)))(
    'by %s adds a layer over a wider canvas and moves all else, in %s mode at %i bits',
    async (model, mode, depth) => {
      await claimExtended(stage, documentFor(mode, depth, stage), { model });
    },
  );
});

function documentFor(mode: Mode, depth: Depth, stage: OnStage): DocumentState {
  const plain = documentIn(mode, depth, stage.core, stage.core.profileNamed(stage.core.workingName(mode)));
  return { ...plain, selection: softSpot(depth), guides, channels: [noiseChannel(10, 'Inlay', plain)] };
}

async function claimExtended(stage: OnStage, given: DocumentState, request: object): Promise<void> {
  const document = stage.open(given);
  const before = stage.control.state(document);
  const answer = await stage.edit({ ...outpaint, ...request });
  expect(answer).toMatchObject({ outcome: 'placed', operation: 'outpaint' });
  const after = stage.control.state(document);
  const added = answer.layers?.[0]?.id ?? 0;
  const { left, top, right, bottom } = outward;
  expect([after.width, after.height]).toEqual([before.width + left + right, before.height + top + bottom]);
  expect([after.mode, after.depth]).toEqual([before.mode, before.depth]);
  expect(stage.control.history(document)).toHaveLength(2);
  expectMoved(before, after, added);
  expectMask(before, after, added);
  const outside = maskPlane(after, added);
  expect(changedOutside(outside, seen(movedOnly(after, added)), seen(after))).toBe(0);
  stage.user.undo(document);
  expect(stage.control.state(document)).toBe(before);
  stage.user.redo(document);
  expect(stage.control.state(document)).toBe(after);
}

/** The same document without the layer that came. */
function movedOnly(state: DocumentState, added: number): DocumentState {
  return { ...state, layers: state.layers.filter(({ id }) => id !== added) };
}

/** Whatever stood in the document stands where it did in the picture, to the last value. */
function expectMoved(before: DocumentState, after: DocumentState, added: number): void {
  const { left, top } = outward;
  const others = movedOnly(after, added).layers;
  expect(others.map(({ bounds }) => bounds)).toEqual(before.layers.map(({ bounds }) => shift(bounds, left, top)));
  for (const [i, layer] of others.entries()) {
    expect(layer.isBackground).toBe(false);
    expect(sameSamples(layer, before.layers[i])).toBe(true);
    expect([layer.opacity, layer.blendMode, layer.visible]).toEqual([
      before.layers[i].opacity,
      before.layers[i].blendMode,
      before.layers[i].visible,
    ]);
  }
  expect(below(after, added)).toBe(others.at(-1)?.id);
  expectSelected(after, before);
  expect(after.guides?.map(({ coordinate }) => coordinate)).toEqual([30.5 + left, 12 + top]);
  expect(after.channels.map(({ name }) => name)).toEqual(before.channels.map(({ name }) => name));
  const [was, is] = [before, after].map(({ channels }) => channels[0].pixels.read().color[0]);
  const inside = regionOf(is, canvasOf(after), shift(canvasOf(before), left, top), 0);
  expect(inside).toEqual(was);
}

/** What has to be put back at 32 bit went through 16. */
function expectSelected(after: DocumentState, before: DocumentState): void {
  const [now, then] = [after.selection, before.selection];
  const { left, top } = outward;
  expect(now?.bounds).toEqual(then && shift(then.bounds, left, top));
  const step = after.depth === 32 ? 1 / 32768 : 0;
  for (let i = 0; i < (then?.samples.length ?? 0); i++) {
    expect(Math.abs((now?.samples[i] ?? 0) - (then?.samples[i] ?? 0))).toBeLessThanOrEqual(step);
  }
}

function sameSamples(a: LayerState, b: LayerState): boolean {
  const [now, then] = [a, b].map(({ pixels }) => pixels.read().color);
  return now.every((plane, i) => plane.length === then[i].length && plane.every((value, at) => value === then[i][at]));
}

/** All of the new area is shown; the layer fades into the old picture over the transition and hides the rest of it. */
function expectMask(before: DocumentState, after: DocumentState, added: number): void {
  const mask = maskPlane(after, added);
  const full = fullScale(after.depth);
  const old = shift(canvasOf(before), outward.left, outward.top);
  const at = (x: number, y: number) => mask[y * after.width + x] / full;
  for (let y = 0; y < after.height; y++) {
    for (let x = 0; x < after.width; x++) {
      const isOld = x >= old.left && y >= old.top && x < old.right && y < old.bottom;
      const depth = Math.min(x - old.left, y - old.top, old.bottom - 1 - y);
      if (!isOld && at(x, y) !== 1) throw new Error(`hidden at ${x}, ${y}`);
      if (isOld && depth >= 4 && at(x, y) !== 0) throw new Error(`shown at ${x}, ${y}`);
    }
  }
  const fading = [0, 1, 2, 3].map((step) => at(old.left + step, 40));
  expect([...fading].sort((a, b) => b - a)).toEqual(fading);
  expect(fading[0]).toBeGreaterThan(0.5);
  expect(fading[0]).toBeLessThan(1);
}

describe('extending a picture', () => {
  let stage: OnStage;

  beforeAll(async () => {
    stage = await onStage();
  });

  afterAll(async () => {
    expectClean(stage);
    await stage.close();
  });

  it('keeps what lies beyond the canvas, masks, and what stands in groups', async () => {
    const bounds = { left: -9, top: -5, right: 60, bottom: 30 };
    const inner = pixelLayer(5, 'Inner', { bounds });
    const mask = { bounds, outside: 0, samples: () => plane, disabled: false, density: 255, feather: 0 };
    const plane = new Uint8Array(69 * 35).fill(200);
    const [veil, photo] = tiny().layers;
    const document = stage.open({ ...tiny(), layers: [veil, group(4, 'Group', [{ ...inner, mask }]), photo] });
    const before = stage.control.state(document);
    const answer = await stage.edit(outpaint);
    expect(answer).toMatchObject({ outcome: 'placed' });
    const after = stage.control.state(document);
    const [was, is] = [before, after].map((state) => layerNamed(state, 5));
    expect(is.bounds).toEqual(shift(bounds, 12, 7));
    expect(is.mask?.bounds).toEqual(shift(bounds, 12, 7));
    expect(is.pixels).toBe(was.pixels);
    expect(is.mask?.samples()).toEqual(plane);
  });

  it.each([
    [{ kind: 'aspect', across: 4, down: 5 }, 40, 50],
    [{ kind: 'aspect', across: 16, down: 9, anchor: 'left' }, 64, 36],
    [{ kind: 'size', width: 44, height: 41, anchor: 'bottom-right' }, 44, 41],
  ])('leads to %j', async (growth, width, height) => {
    const document = stage.open(tiny());
    expect(await stage.edit({ operation: 'outpaint', growth, feather: 2 })).toMatchObject({ outcome: 'placed' });
    expect(stage.control.state(document)).toMatchObject({ width, height });
  });

  it.each([
    [{ kind: 'expand', left: 0, top: 0, right: 0, bottom: 0 }, 'The picture has this size already'],
    [{ kind: 'size', width: 39, height: 90 }, 'none of it may be cut off'],
    [{ kind: 'expand', left: 30000, top: 30000, right: 0, bottom: 0 }, 'So much cannot be made at a time'],
    [{ kind: 'expand', left: -1, top: 0, right: 0, bottom: 0 }, 'a whole number of pixels from 0 to 30000'],
    [undefined, 'say how far'],
  ])('refuses %j', async (growth, says) => {
    const document = stage.open(tiny());
    const before = stage.control.state(document);
    const answer = await stage.edit({ operation: 'outpaint', ...(growth && { growth }) });
    expect(answer.outcome).toBe('failed');
    expect(answer.reason).toContain(says);
    expect(stage.control.state(document)).toBe(before);
  });

  it('refuses a document with artboards, whose canvas is theirs', async () => {
    const [veil, photo] = tiny().layers;
    const board = { ...group(4, 'Board', [veil]), artboard: { left: 0, top: 0, right: 20, bottom: 20 } };
    const document = stage.open({ ...tiny(), layers: [board, photo] });
    const before = stage.control.state(document);
    expect((await stage.edit(outpaint)).reason).toMatch(/^The document has artboards/);
    expect(stage.control.state(document)).toBe(before);
  });

  it.each(['rgb', 'cmyk'] as const)('leaves no trace where Escape ends it at any call, in %s mode', async (mode) => {
    const make = () => documentFor(mode, 8, stage);
    const calls: string[] = [];
    const watched = watchScopes(stage, (name) => calls.push(name));
    stage.open(make());
    await stage.edit(outpaint);
    watched();
    expect(calls).toContain('canvasSize');
    for (const call of new Set(calls)) {
      const index = calls.lastIndexOf(call);
      const document = stage.open(make());
      const before = stage.control.state(document);
      let count = 0;
      const stop = watchScopes(stage, () => {
        if (count++ === index) stage.control.pressEscape();
      });
      expect([call, (await stage.edit(outpaint)).outcome]).toEqual([call, 'cancelled']);
      stop();
      expect(stage.control.state(document)).toBe(before);
      expect(stage.control.history(document)).toHaveLength(1);
      stage.user.close(document);
    }
  }, 180_000);
});

/** Hears of every call in a modal scope, before it is done. */
function watchScopes({ control }: OnStage, onCall: (name: string) => void): () => void {
  return control.onHostCall((name) => {
    if (control.modal.isOpen) onCall(name);
  });
}
