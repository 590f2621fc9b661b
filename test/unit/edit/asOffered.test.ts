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

/** A plan whose fall-backs are all other models, in their order. */
function aPlan(): EditPlan {
  const request = editRequest.parse({ operation: 'inpaint', prompt: 'a red door', seed: 1, model: 'one' });
  const [first, ...others] = models;
  const configured = { keys: ['bfl', 'fal', 'replicate', 'openai'], endpoints: [], presets: {} };
  const planned = planEdit(request, outline, models, { ...newcomer, configured });
  if (!planned.ok) throw planned.refusal;
  if (first === undefined) throw new Error('no model');
  return { ...planned.plan, route: { ...planned.plan.route, model: first, fallbacks: others } };
}

/** Who was asked, when each answered with the error of its turn; without one it answers. */
async function asked(...errors: readonly Error[]) {
  const order: string[] = [];
  const run = (plan: EditPlan) => {
    const error = errors[order.length];
    order.push(plan.route.model.spec.id);
    return error === undefined ? Promise.resolve(plan.route.reason) : Promise.reject(error);
  };
  const end = await asOffered(aPlan(), outline, run).catch((error: unknown) => error);
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

it('asks nobody else where a limit forbids it: the first one’s word stands, and a first refusal is told as it is', async () => {
  const cap = new InlayError('route.over-cap', { cap: 'call', dollars: 1, limit: 0.5 });
  expect(await asked(cap)).toEqual({ order: ['one'], end: cap });
  expect(await asked(gone, cap)).toEqual({ order: ['one', 'two'], end: gone });
});

it('asks nobody else after it was cancelled', async () => {
  const cancelled = new Cancelled('cancelled');
  expect(await asked(cancelled)).toEqual({ order: ['one'], end: cancelled });
});
