import { type Configured, accessTo } from './access';
import type { ModelSpec, ProviderSpec } from './model';
import type { Need, Sized } from './need';
import { type Price, priceOf } from './price';
import { scoreOf } from './score';

/** Whatever can be asked: routing needs no more of it than its data. */
export interface Callable {
  readonly spec: ModelSpec;
}

/** All that can be chosen from, and how things stand today. */
export interface Offered<Model extends Callable> {
  readonly models: readonly Model[];
  readonly providers: readonly ProviderSpec[];
  readonly configured: Configured;
  /** `2026-11-24` */
  readonly today: string;
}

/** One model, judged for one need. */
export interface Candidate<Model extends Callable> {
  readonly model: Model;
  readonly provider: ProviderSpec;
  readonly sized: Sized;
  readonly price: Price;
  /** How well it fits, 1 … 5 by the table, less where this call takes something away. */
  readonly score: number;
  readonly obstacle: Obstacle;
}

/** Why a model cannot be asked at all. */
export type Obstacle =
  | { readonly kind: 'none' }
  | { readonly kind: 'operation' }
  | { readonly kind: 'gone'; readonly since: string }
  | { readonly kind: 'references'; readonly most: number }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'no-address' }
  | { readonly kind: 'no-storage'; readonly through: string }
  | { readonly kind: 'other-server' }
  | { readonly kind: 'unknown-server' };

/** All models, judged, in the catalog's order; those whose provider nobody serves are left out. */
export function judgeAll<Model extends Callable>(need: Need, offered: Offered<Model>): readonly Candidate<Model>[] {
  const providers = new Map(offered.providers.map((provider) => [provider.id, provider]));
  return offered.models.flatMap((model) => {
    const { spec } = model;
    const provider = providers.get(spec.provider);
    if (provider === undefined) return [];
    const sized = need.sizedFor(spec);
    const price = priceOf(spec, { ...sized, variants: need.variants * sized.tiles });
    const obstacle = withoutUpload(sized, obstacleFor(spec, provider, need, offered));
    return [{ model, provider, sized, price, score: scoreOf(spec, need, sized.scale), obstacle }];
  });
}

function obstacleFor(
  spec: ModelSpec,
  provider: ProviderSpec,
  { operation, references }: Need,
  { configured, today }: Pick<Offered<Callable>, 'configured' | 'today'>,
): Obstacle {
  if (!spec.operations.includes(operation)) return { kind: 'operation' };
  if (spec.goneSince !== undefined && spec.goneSince <= today) return { kind: 'gone', since: spec.goneSince };
  if (references.length > spec.references) return { kind: 'references', most: spec.references };
  const access = accessTo(spec, provider, configured);
  return access.kind === 'open' ? { kind: 'none' } : access;
}

/** Where no picture goes out, none has to be put anywhere first. */
function withoutUpload({ pictures }: Sized, obstacle: Obstacle): Obstacle {
  return obstacle.kind === 'no-storage' && pictures.length === 0 ? { kind: 'none' } : obstacle;
}

export function isOpen({ obstacle }: Candidate<Callable>): boolean {
  return obstacle.kind === 'none';
}
