import { editRequest } from '../../../src/edit/operations';
import { planEdit } from '../../../src/edit/plan';
import { local } from '../../../src/providers/local';

const models = [local];

const outline = {
  size: { width: 800, height: 600 },
  selection: { bounds: { left: 300, top: 200, right: 400, bottom: 260 } },
};

describe('a plan', () => {
  test('is the same for the same request and scene', () => {
    const request = editRequest.parse({ operation: 'remove', seed: 7 });
    expect(planEdit(request, outline, models)).toEqual(planEdit(request, outline, models));
  });

  test('says model, reason, price and scale before any pixel is read', () => {
    const request = editRequest.parse({ operation: 'remove', seed: 7 });
    expect(planEdit(request, outline, models)).toMatchObject({
      ok: true,
      plan: {
        route: {
          model: { spec: { id: 'inlay-local' } },
          brief: { strongPoint: 'Works offline' },
          price: { dollars: 0 },
        },
        fit: { scale: 1 },
      },
    });
  });

  test.each(['local', 'inlay-local'])('takes the model that was asked for by %s', (model) => {
    const planned = planEdit(editRequest.parse({ operation: 'remove', seed: 7, model }), outline, models);
    expect(planned).toMatchObject({ ok: true, plan: { route: { brief: { kind: 'pinned' } } } });
  });

  test('refuses a model that does not exist', () => {
    const planned = planEdit(editRequest.parse({ operation: 'remove', seed: 7, model: 'dream' }), outline, models);
    expect(planned).toMatchObject({ ok: false, refusal: { code: 'route.unknown-model', details: { model: 'dream' } } });
  });

  test('refuses where no model can do the operation', () => {
    const planned = planEdit(editRequest.parse({ operation: 'remove', seed: 7 }), outline, []);
    expect(planned).toMatchObject({ ok: false, refusal: { code: 'route.no-model' } });
  });
});

describe('a request', () => {
  test.each([
    [{ operation: 'remove', seed: 1, grow: -1 }],
    [{ operation: 'remove', seed: 1, grow: 257 }],
    [{ operation: 'remove', seed: 1, feather: Number.NaN }],
    [{ operation: 'remove', seed: 1.5 }],
    [{ operation: 'remove', seed: 1, strength: 0.5 }],
    [{ operation: 'paint', seed: 1 }],
    [{ operation: 'remove' }],
  ])('is refused whole when a field is wrong: %j', (request) => {
    expect(editRequest.safeParse(request).success).toBe(false);
  });
});

describe('the words that helpers add', () => {
  test('may be changed or left out by the request, and by nobody it does not know', () => {
    const helpers = { keep: '', light: 'Soft light.', grade: undefined, mask: { instead: 'Here.', text: 'There.' } };
    expect(editRequest.safeParse({ operation: 'inpaint', prompt: 'a vase', seed: 1, helpers }).success).toBe(true);
    expect(editRequest.safeParse({ operation: 'remove', seed: 1, helpers: { other: 'x' } }).success).toBe(false);
  });
});
