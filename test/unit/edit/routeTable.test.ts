import { explain } from '../../../src/app/explain';
import { routeWords } from '../../../src/app/routeWords';
import { scaleLabel } from '../../../src/edit/fit';
import { editRequest } from '../../../src/edit/operations';
import { planEdit } from '../../../src/edit/plan';
import { catalog } from '../../../src/routing/catalog';
import type { EditModel } from '../../../src/routing/model';
import { operationIds } from '../../../src/routing/operationIds';
import { priceLabel } from '../../../src/routing/price';
import { type RouteRow, routeTable } from '../../support/routeTable';
import { keySets, pictures, wishes } from '../../support/routeWishes';

const models: readonly EditModel[] = catalog.models.map((spec) => ({
  spec,
  edit: () => Promise.reject(new Error('Nothing is sent.')),
}));

/** A row as it comes out. */
function rowFor({ policy, keys, operation, picture }: RouteRow): RouteRow {
  const { selects, fields } = wishes[operation];
  const info = { operation, seed: 1, policy, ...fields };
  const outline = selects ? pictures[picture] : { size: pictures[picture].size };
  const configured = { keys: keySets[keys], endpoints: [], presets: {} };
  const circumstances = { providers: catalog.providers, configured, today: '2026-11-24', history: [] };
  const planned = planEdit(editRequest.parse(info), outline, models, circumstances);
  const asked = { policy, keys, operation, picture };
  if (!planned.ok) return { ...asked, model: '–', price: '–', scale: '–', reason: explain(planned.refusal).title };
  const { route, fit } = planned.plan;
  return {
    ...asked,
    model: route.model.spec.id,
    price: priceLabel(route.price),
    scale: scaleLabel(fit.scale),
    reason: routeWords.reason(route.reason),
  };
}

describe('the table of routes', () => {
  test.each(routeTable)('$policy, keys for $keys: $operation of the $picture document → $model', (row) => {
    expect(rowFor(row)).toEqual(row);
  });

  test('covers every operation with every set of keys', () => {
    const covered = new Set(
      routeTable.filter(({ policy }) => policy === 'best').map(({ keys, operation }) => `${keys} ${operation}`),
    );
    const all = Object.keys(keySets).flatMap((keys) => operationIds.map((operation) => `${keys} ${operation}`));
    expect([...covered].sort()).toEqual(all.sort());
  });
});
