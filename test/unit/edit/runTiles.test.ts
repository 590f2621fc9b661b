import { Cancelled } from '../../../src/base/abort';
import { InlayError } from '../../../src/base/errors';
import { layerName } from '../../../src/edit/layerName';
import { editRequest } from '../../../src/edit/operations';
import type { Payment, Purse } from '../../../src/edit/purse';
import { runEdit } from '../../../src/edit/run';
import type { Host } from '../../../src/host/host';
import { type Raster, sRGB } from '../../../src/image/raster';
import { heightOf, type Rect, widthOf } from '../../../src/image/rect';
import { catalog } from '../../../src/routing/catalog';
import type { EditModel, ModelAnswer, ModelCall } from '../../../src/routing/model';
import { createMemoryHost } from '../../support/memoryHost';
import { hardestJoint, texturedScene, tintedTile } from '../../support/misbehavingTiles';

const scene = texturedScene({ width: 480, height: 300 });
const [flux] = catalog.models.filter(({ id }) => id === 'flux-2-pro');
const price = { kind: 'per-picture', dollars: 0.04, basis: 'listed' } as const;
const spec = { ...flux, price, size: { kind: 'as-the-input', maxPixels: 60_000 } as const };

function largeHost(): Host {
  const host = createMemoryHost();
  return {
    ...host,
    survey: async () => {
      const { selection: _, ...survey } = await host.survey();
      return { ...survey, size: { width: scene.width, height: scene.height } };
    },
    readPixels: (_document, _from, area: Rect) => Promise.resolve(tintedTile(scene, area, (value) => value)),
  };
}

interface Told {
  readonly reserved: number[];
  readonly paid: Payment[];
}

function watched(most = Infinity): { readonly purse: Purse; readonly told: Told } {
  const told: Told = { reserved: [], paid: [] };
  const purse: Purse = {
    reserve: (dollars) => {
      if (dollars > most) {
        return Promise.reject(new InlayError('route.over-cap', { cap: 'call', dollars, limit: most }));
      }
      told.reserved.push(dollars);
      return Promise.resolve({ settle: (payments) => Promise.resolve(void told.paid.push(...payments)) });
    },
  };
  return { purse, told };
}

/** Every call a bit lighter or darker than the one before; `end` decides on others. */
async function run(end: (index: number) => Promise<void>, fields: object = {}, most = Infinity) {
  const calls: ModelCall[] = [];
  const model: EditModel = {
    spec,
    edit: async (call): Promise<ModelAnswer> => {
      const index = calls.push(call) - 1;
      await end(index);
      const { source } = call;
      if (source === undefined) throw new Error('a source');
      const lighter = (value: number) => (255 - value) * (index % 2 === 0 ? 1 : 0.94);
      return { images: [{ ...source, data: source.data.map(lighter) }], warnings: [], dollars: 0.03 };
    },
  };
  const stopping = new AbortController();
  const { purse, told } = watched(most);
  const { providers } = catalog;
  const configured = { keys: ['bfl'], endpoints: [], presets: {} };
  const info = { operation: 'style', seed: 1, model: 'flux-2-pro', tiles: 'native', ...fields };
  const references = [{ from: { kind: 'layer', name: 'Bottle' }, role: 'style' }];
  const running = runEdit(editRequest.parse({ references, ...info }), {
    host: largeHost(),
    models: [model],
    circumstances: { providers, configured, today: '2026-11-24', history: [] },
    purse,
    context: { signal: stopping.signal, onStep: () => undefined, onProgress: () => undefined },
  });
  return { running, calls, told, stop: () => stopping.abort() };
}

const nothing = () => Promise.resolve();
const failing = (which: number) => (index: number) =>
  index === which ? Promise.reject(new InlayError('model.no-credit', { provider: 'y' })) : nothing();

function inverted(area: Raster): Raster {
  return { ...area, data: area.data.map((value) => 255 - value) };
}

describe('an edit in tiles', () => {
  test('is one picture without a joint, made of calls that were paid from one sum', async () => {
    const { running, calls, told } = await run(nothing);
    const { variants, stopped } = await running;
    expect([variants.length, stopped, calls.length]).toEqual([1, 'no', 4]);
    const [{ patch, plan, told: passed, findings }] = variants;
    expect(layerName({ plan, told: passed })).toBe('Style · FLUX.2 Pro · native in 4 tiles');
    expect([widthOf(patch.inDocument), heightOf(patch.inDocument)]).toEqual([480, 300]);
    const tiles = plan.tiles.map(({ contextInDocument }) => contextInDocument);
    expect(hardestJoint(patch.pixels, inverted(scene), tiles)).toBeLessThan(1.15);
    expect(told.reserved).toEqual([0.16]);
    expect(told.paid.map(({ dollars, basis }) => [dollars, basis])).toEqual(Array(4).fill([0.03, 'said']));
    expect(passed.dollars).toBeCloseTo(0.12, 6);
    expect(findings.find(({ check }) => check === 'complete')).toMatchObject({ value: 0, verdict: 'fits' });
    expect(patch.pixels.space).toEqual(sRGB);
  });

  test('is asked for once a variant and a tile', async () => {
    const { running, calls, told } = await run(nothing, { variants: 2 });
    expect((await running).variants).toHaveLength(2);
    expect(calls).toHaveLength(8);
    expect(told.reserved).toEqual([0.32]);
  });

  test('is not begun where all tiles together cost too much', async () => {
    const { running, calls } = await run(nothing, {}, 0.15);
    await expect(running).rejects.toMatchObject({ code: 'route.over-cap' });
    expect(calls).toHaveLength(0);
  });

  test('keeps the tiles that came where one failed, begins no other, and says what is missing', async () => {
    const { running, calls, told } = await run(failing(0));
    const [{ findings, warnings, patch }] = (await running).variants;
    expect(calls.length).toBe(3);
    expect(told.paid.filter(({ dollars }) => dollars > 0)).toHaveLength(2);
    expect(findings.find(({ check }) => check === 'complete')).toMatchObject({ verdict: 'over' });
    expect(warnings.map(({ text }) => text).join()).toMatch(/^2 of 4 tiles did not come/);
    expect([patch.mask.data.includes(0), patch.mask.data.includes(255)]).toEqual([true, true]);
  });

  test('fails as one call does where no tile came', async () => {
    const { running, told } = await run(() => Promise.reject(new InlayError('model.gone', { model: 'x' })));
    await expect(running).rejects.toMatchObject({ code: 'model.gone' });
    expect(told.paid.every(({ dollars }) => dollars === 0)).toBe(true);
  });

  test('that is cancelled keeps what came, and is not placed unasked', async () => {
    const { running, stop } = await run((index) => {
      if (index < 2) return nothing();
      stop();
      return Promise.reject(new Cancelled('cancelled', 'sent'));
    });
    const { variants, stopped } = await running;
    expect(stopped).toBe('yes');
    expect(variants[0].warnings.map(({ text }) => text).join()).toMatch(/of 4 tiles did not come/);
  });
});
