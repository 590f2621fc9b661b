import { InlayError, type Refusal, type Unfit } from '../base/errors';
import type { Callable, Candidate, Obstacle, Offered } from './candidate';
import type { Need } from './need';
import type { Policy } from './policy';

/** Why there is no route at all. `allowed`: what the policy lets through, best first, none of which can be asked. */
export function refusalFor(
  need: Need,
  policy: Policy,
  allowed: readonly Candidate<Callable>[],
  { providers }: Pick<Offered<Callable>, 'providers'>,
): Refusal {
  const { operation } = need;
  if (policy.kind === 'model' && allowed.length === 0) {
    return new InlayError('route.unknown-model', { model: policy.model });
  }
  if (policy.kind === 'provider' && !providers.some(({ id }) => id === policy.provider)) {
    return new InlayError('route.unknown-provider', { provider: policy.provider });
  }
  if (policy.kind === 'private') return new InlayError('route.private', { operation });
  const nearest = nearestOf(allowed);
  const isNamed = policy.kind === 'model' || policy.kind === 'provider';
  if (nearest === undefined || (nearest.obstacle.kind === 'operation' && !isNamed)) {
    return new InlayError('route.no-model', { operation });
  }
  return ofCandidate(nearest, need);
}

/** The best model of those that lack least: what is set already comes first, and a key is sooner had than an ability. */
function nearestOf(allowed: readonly Candidate<Callable>[]): Candidate<Callable> | undefined {
  const order: readonly Obstacle['kind'][] = [
    ...([
      'no-storage',
      'no-key',
      'no-address',
      'unknown-server',
      'other-server',
      'references',
      'gone',
      'operation',
    ] as const),
  ];
  return order.map((kind) => allowed.find(({ obstacle }) => obstacle.kind === kind)).find((one) => one !== undefined);
}

function ofCandidate({ model: { spec }, provider, obstacle }: Candidate<Callable>, { operation }: Need): Refusal {
  const unfit = (why: Unfit) => new InlayError('route.unfit', { model: spec.label, why });
  switch (obstacle.kind) {
    case 'no-key':
      return new InlayError('route.no-key', { provider: provider.label });
    case 'no-address':
      return new InlayError('route.no-address', { provider: provider.label });
    case 'gone':
      return new InlayError('model.gone', { model: spec.label });
    case 'operation':
      return unfit({ kind: 'operation', operation });
    case 'references':
    case 'no-storage':
      return unfit(obstacle);
    case 'unknown-server':
    case 'other-server':
      return unfit({ kind: 'other-server', provider: provider.label });
    case 'none':
      return new InlayError('route.no-model', { operation });
  }
}
