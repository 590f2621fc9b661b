import { routeWords } from '../../../src/app/routeWords';
import { editRequest } from '../../../src/edit/operations';
import { passesOver } from '../../../src/edit/passes';
import { newcomer, planEdit } from '../../../src/edit/plan';
import type { InlayLayer } from '../../../src/host/host';
import type { Rect } from '../../../src/image/rect';
import { catalog } from '../../../src/routing/catalog';
import type { EditModel } from '../../../src/routing/model';
import { pictures } from '../../support/routeWishes';

const crop = { left: 0, top: 0, right: 100, bottom: 100 };
const corners = ({ left, top, right, bottom }: Rect) => [left, top, right, bottom];
const spot = (left: number, top: number): Rect => ({ left, top, right: left + 20, bottom: top + 20 });

/** A layer that shows `target` of its crop; `bounds`: where the crop lies now. */
function layer(target: Rect, bounds: Rect = crop): InlayLayer {
  return { bounds, provenance: JSON.stringify({ context: corners(crop), target: corners(target) }) };
}

describe('the passes over an area', () => {
  test('are the layers of ours that lie there one over the other, not those side by side', () => {
    const area = { left: 10, top: 10, right: 60, bottom: 60 };
    expect(passesOver(area, [])).toBe(0);
    expect(passesOver(area, [layer(spot(10, 10)), layer(spot(40, 40))])).toBe(1);
    expect(passesOver(area, [layer(spot(10, 10)), layer(spot(40, 40)), layer(spot(25, 25))])).toBe(2);
    expect(passesOver(area, Array<InlayLayer>(6).fill(layer(spot(30, 30))))).toBe(6);
  });

  test('leave out what shows beside it, though its crop covers it', () => {
    expect(passesOver(spot(10, 10), [layer(spot(60, 60))])).toBe(0);
  });

  test('follow a layer that was moved', () => {
    const moved = { left: -50, top: -50, right: 50, bottom: 50 };
    expect(passesOver(spot(10, 10), [layer(spot(60, 60), moved)])).toBe(1);
    expect(passesOver(spot(60, 60), [layer(spot(60, 60), moved)])).toBe(0);
  });

  test.each(['', '{', '{"context":[0,0,1]}', 'null'])(
    'count a whole layer whose record says less: %s',
    (provenance) => {
      expect(passesOver(spot(10, 10), [{ bounds: crop, provenance }])).toBe(1);
      expect(passesOver(spot(110, 10), [{ bounds: crop, provenance }])).toBe(0);
    },
  );
});

const models: readonly EditModel[] = catalog.models.map((spec) => ({
  spec,
  edit: () => Promise.reject(new Error('no')),
}));
const circumstances = {
  ...newcomer,
  configured: { keys: ['gemini', 'openai'], endpoints: [], presets: {} },
  today: '2026-11-24',
};
const over = (bounds: Rect, count: number) => Array<InlayLayer>(count).fill({ bounds, provenance: '' });

describe('the route of an edit', () => {
  const request = editRequest.parse({ operation: 'inpaint', prompt: 'a sign “OPEN”', seed: 1 });
  const picture = { left: 0, top: 0, right: 1600, bottom: 1200 };
  const routeAt = (passes: number) => {
    const planned = planEdit(request, { ...pictures.small, beneath: over(picture, passes) }, models, circumstances);
    if (!planned.ok) throw planned.refusal;
    return planned.plan.route;
  };

  test('goes to a model that holds out longer at the seventh edit in a row, and says why not to the other', () => {
    expect(routeAt(0).model.spec.id).toBe('gpt-image-2');
    const { model, others } = routeAt(6);
    expect(model.spec.id).toBe('gemini-3.1-flash-image');
    const other = others.find(({ id }) => id === 'gpt-image-2');
    expect(other && routeWords.whyNot(other.why)).toBe('Shows after 3 edits in a row.');
  });

  test('does not count for a picture that is made from nothing', () => {
    const made = editRequest.parse({ operation: 'generate', prompt: 'a sign “OPEN”', seed: 1 });
    const scores = [0, 9].map((passes) => {
      const planned = planEdit(made, { ...pictures.small, beneath: over(picture, passes) }, models, circumstances);
      return planned.ok ? planned.plan.route.fallbacks.map(({ spec }) => spec.id) : planned.refusal;
    });
    expect(scores[1]).toEqual(scores[0]);
  });

  test('of an extension counts what lies beside the new part', () => {
    const growth = { kind: 'expand', left: 400, top: 0, right: 0, bottom: 0 };
    const extended = editRequest.parse({ operation: 'outpaint', prompt: 'a sign “OPEN”', growth, seed: 1 });
    const first = (beneath: readonly InlayLayer[]) => {
      const planned = planEdit(extended, { size: pictures.small.size, beneath }, models, circumstances);
      return planned.ok ? planned.plan.route.model.spec.id : planned.refusal;
    };
    const left = { left: 0, top: 100, right: 200, bottom: 300 };
    const right = { left: 1400, top: 100, right: 1600, bottom: 300 };
    expect(first(over(right, 6))).toBe(first([]));
    expect(first(over(left, 6))).not.toBe(first([]));
  });
});
