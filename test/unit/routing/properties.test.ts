import fc from 'fast-check';
import { routeWords } from '../../../src/app/routeWords';
import { catalog } from '../../../src/routing/catalog';
import { importCatalog } from '../../../src/routing/importCatalog';
import type { ReferenceRole } from '../../../src/routing/model';
import { operationIds } from '../../../src/routing/operationIds';
import type { Policy } from '../../../src/routing/policy';
import { route } from '../../../src/routing/route';
import { aNeed, anOffer } from '../../support/aNeed';

const keys = fc.subarray(catalog.providers.map(({ id }) => id));
const role = fc.constantFrom<ReferenceRole>('identity', 'style', 'product', 'plain');
const wish = fc.record({
  operation: fc.constantFrom(...operationIds),
  prompt: fc.oneof(fc.string(), fc.constantFrom('a sign “OPEN”', 'move it', 'a red coat and a calm sky')),
  area: fc.integer({ min: 4, max: 50_000_000 }),
  references: fc.array(role, { maxLength: 16 }),
  passes: fc.integer({ min: 0, max: 12 }),
  variants: fc.integer({ min: 1, max: 8 }),
});
const policy = fc.oneof(
  fc.constantFrom<Policy>({ kind: 'best' }, { kind: 'cheapest' }, { kind: 'fastest' }, { kind: 'private' }),
  fc.constantFrom(...catalog.providers).map(({ id }): Policy => ({ kind: 'provider', provider: id })),
  fc.constantFrom(...catalog.models).map(({ id }): Policy => ({ kind: 'model', model: id })),
);

describe('whatever is asked', () => {
  test('only models that can be called and can do it are chosen or stand in line', () => {
    fc.assert(
      fc.property(wish, keys, policy, (asked, having, by) => {
        const answer = route(aNeed(asked), anOffer(...having), by, []);
        if (!answer.ok) return answer.refusal.code.startsWith('route.') || answer.refusal.code === 'model.gone';
        const { model, fallbacks, others, reason } = answer.route;
        const all = [model, ...fallbacks].map(({ spec }) => spec);
        const able = all.every(
          ({ operations, references, provider, goneSince }) =>
            operations.includes(asked.operation) &&
            references >= asked.references.length &&
            (provider === 'local' || having.includes(provider)) &&
            goneSince === undefined,
        );
        const ids = [model.spec.id, ...others.map(({ id }) => id)];
        return able && new Set(ids).size === catalog.models.length && /^[A-Z].*\.$/.test(routeWords.reason(reason));
      }),
    );
  });

  test('nothing but the local engine works in private', () => {
    fc.assert(
      fc.property(wish, keys, (asked, having) => {
        const answer = route(aNeed(asked), anOffer(...having), { kind: 'private' }, []);
        if (!answer.ok) return answer.refusal.code === 'route.private';
        const { model, fallbacks } = answer.route;
        return [model, ...fallbacks].every(({ spec }) => spec.provider === 'local');
      }),
    );
  });

  test('more keys never make the cheapest choice dearer', () => {
    const open = (having: readonly string[], asked: Parameters<typeof aNeed>[0]) => {
      const answer = route(aNeed(asked), anOffer(...having), { kind: 'cheapest' }, []);
      return answer.ok ? answer.route.price.dollars : Infinity;
    };
    fc.assert(
      fc.property(fc.constantFrom('generate', 'inpaint'), keys, (operation, having) => {
        const all = catalog.providers.map(({ id }) => id);
        return open(all, { operation }) <= open(having, { operation });
      }),
    );
  });
});

test('no text whatever breaks the reading of a catalog file', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => !importCatalog(text).ok));
});
