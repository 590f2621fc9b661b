import { Cancelled } from '../../../src/base/abort';
import { type ErrorDetails, InlayError } from '../../../src/base/errors';
import { asOffered } from '../../../src/edit/asOffered';
import { editRequest } from '../../../src/edit/operations';
import { type EditPlan, newcomer, planEdit } from '../../../src/edit/plan';
import type { EditModel } from '../../../src/routing/model';
import { aSpec } from '../../support/aModelCall';

const never: EditModel['edit'] = () => Promise.reject(new Error('nobody asks here'));
const models = ['one', 'two', 'three', 'four', 'five'].map((id, index): EditModel => ({
  spec: aSpec({
    id,
    label: id,
    provider: index < 2 ? 'bfl' : (['fal', 'replicate', 'openai'][index - 2] ?? ''),
    family: id,
  }),
  edit: never,
}));
const outline = {
  size: { width: 640, height: 480 },
  selection: { bounds: { left: 100, top: 100, right: 200, bottom: 200 } },
};

/** A plan whose fall-backs are all other models, in their order; `line`: others than those above. */
function aPlan(line: readonly EditModel[] = models): EditPlan {
  const request = editRequest.parse({ operation: 'inpaint', prompt: 'a red door', seed: 1, model: 'one' });
  const [first, ...others] = line;
  const configured = { keys: ['bfl', 'fal', 'replicate', 'openai'], endpoints: [], presets: {} };
  const planned = planEdit(request, outline, line, { ...newcomer, configured });
  if (!planned.ok) throw planned.refusal;
  if (first === undefined) throw new Error('no model');
  return { ...planned.plan, route: { ...planned.plan.route, model: first, fallbacks: others } };
}

/** Who was asked, when each answered with the error of its turn; without one it answers. */
function asked(...errors: readonly Error[]) {
  return askedOf(aPlan(), ...errors);
}

async function askedOf(plan: EditPlan, ...errors: readonly Error[]) {
  const order: string[] = [];
  const run = ({ route }: EditPlan) => {
    const error = errors[order.length];
    order.push(route.model.spec.id);
    return error === undefined ? Promise.resolve(route.reason) : Promise.reject(error);
  };
  const end = await asOffered(plan, outline, run).catch((error: unknown) => error);
  return { order, end };
}

const down = new InlayError('model.down', { provider: 'Somebody' });
const gone = new InlayError('model.gone', { model: 'one' });

it('asks the one that was shown, and nobody else where it answers', async () => {
  expect((await asked()).order).toEqual(['one']);
});

it('asks the next in line where a model is gone, also of the same service, and says why', async () => {
  expect(await asked(gone)).toEqual({ order: ['one', 'two'], end: { kind: 'next', silent: 'one' } });
});

it('asks nothing more of a service that is down', async () => {
  expect((await asked(down)).order).toEqual(['one', 'three']);
});

it('asks three others at most, and then tells what the first one said', async () => {
  const refused = new InlayError('model.refused-input', { provider: 'Other', reasons: [] });
  expect(await asked(gone, refused, refused, refused)).toEqual({ order: ['one', 'two', 'three', 'four'], end: gone });
});

it.each<keyof ErrorDetails>([
  'model.uncertain',
  'model.no-image',
  'model.refused-output',
  'model.unusable-answer',
  'model.failed',
])('asks nobody else after %s, which may have been paid for', async (code) => {
  const error = new InlayError(code, { provider: 'x', model: 'x', reasons: [], problem: '' });
  expect(await asked(error)).toEqual({ order: ['one'], end: error });
});

it.each([
  new InlayError('model.refused-input', { provider: 'x', reasons: [], requestId: 'r-1' }),
  new InlayError('model.invalid-input', { provider: 'x', says: 'no', requestId: 'r-1' }),
])('nor after $code, where the work had begun', async (error) => {
  expect(await asked(error)).toEqual({ order: ['one'], end: error });
});

const cap = new InlayError('route.over-cap', { cap: 'call', dollars: 1, limit: 0.5 });

it('tells a first refusal by a limit as it is', async () => {
  expect(await asked(cap)).toEqual({ order: ['one'], end: cap });
});

it('goes on to the next where a limit forbids one, which counts as not asked', async () => {
  const end = { kind: 'next', silent: 'one' };
  expect(await asked(gone, cap)).toEqual({ order: ['one', 'two', 'three'], end });
  expect(await asked(gone, cap, cap, gone)).toEqual({ order: ['one', 'two', 'three', 'four', 'five'], end });
  expect(await asked(gone, cap, cap, cap, cap)).toMatchObject({ end: gone });
});

const priced = (id: string, dollars: number): EditModel => ({
  spec: aSpec({ id, label: id, provider: 'bfl', family: id, price: { kind: 'per-picture', dollars, basis: 'listed' } }),
  edit: never,
});

describe('what another would cost', () => {
  const line = [priced('one', 0.05), priced('dear', 0.06), priced('same', 0.05)];

  it('is never more than what was shown, unless it is chosen: the next that costs as much or less is asked', async () => {
    expect((await askedOf(aPlan(line), gone)).order).toEqual(['one', 'same']);
  });

  it('is said where nothing else stood in its way', async () => {
    const { order, end } = await askedOf(aPlan(line.slice(0, 2)), gone);
    expect(order).toEqual(['one']);
    const price = { dollars: 0.06, certainty: 'listed' };
    expect(end).toMatchObject({ code: 'route.dearer-next', details: { before: gone, model: 'dear', price } });
  });

  it('may be as much as was agreed for the edit', async () => {
    const plan = aPlan(line);
    const agreed = { ...plan, request: { ...plan.request, maxDollars: 0.06 } };
    expect((await askedOf(agreed, gone)).order).toEqual(['one', 'dear']);
  });

  it('of a service that is silent is not worth a word', async () => {
    expect((await askedOf(aPlan(line.slice(0, 2)), down)).end).toBe(down);
  });
});

it('asks nobody else after it was cancelled', async () => {
  const cancelled = new Cancelled('cancelled');
  expect(await asked(cancelled)).toEqual({ order: ['one'], end: cancelled });
});
