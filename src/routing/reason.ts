import type { Callable, Candidate } from './candidate';
import type { Pattern } from './classify';
import { type History, resultsOf, type Tally, tallyOf } from './learn';
import type { Capability } from './model';
import type { Need } from './need';
import type { Price } from './price';
import { weightList } from './score';
import { weigh } from './weigh';

/** What tipped the scales for the choice. */
export type Ground =
  | { readonly kind: 'pinned' }
  /** It takes the place of the model that was named. */
  | { readonly kind: 'replaces'; readonly gone: Candidate<Callable> }
  | ByPolicy
  | { readonly kind: 'private' }
  /** Among those that cost no more than was said; `dearer` would be first without that. */
  | {
      readonly kind: 'within';
      readonly most: number;
      readonly dearer: Candidate<Callable>;
      readonly of: ByPolicy;
    }
  /** `before`: the table's own choice. */
  | { readonly kind: 'learned'; readonly before: Candidate<Callable> };

/** What a policy puts first. */
type ByPolicy =
  | { readonly kind: 'cheapest' | 'fastest' }
  | { readonly kind: 'best'; readonly among: 'all' | 'provider'; readonly others: readonly Candidate<Callable>[] };

/** Why a model was chosen; each language has its sentence for it. */
export type Reason =
  | { readonly kind: 'pinned' | 'private' }
  | { readonly kind: 'replaces'; readonly gone: string; readonly model: string }
  /** `dearer` would cost `price`, which is more than `most` US dollars. */
  | {
      readonly kind: 'within';
      readonly most: number;
      readonly dearer: string;
      readonly price: Price;
      readonly of: FirstReason;
    }
  /** The model before it could not answer. */
  | { readonly kind: 'next'; readonly silent: string }
  /** Its own results. */
  | { readonly kind: 'kept'; readonly kept: number; readonly results: number; readonly pattern: Pattern }
  /** Those of the table's choice, which speak against it. */
  | {
      readonly kind: 'kept-less';
      readonly kept: number;
      readonly results: number;
      readonly pattern: Pattern;
      readonly model: string;
    }
  | FirstReason;

/** Why it comes first by the policy. */
export type FirstReason =
  | { readonly kind: 'cheapest' | 'fastest' }
  | { readonly kind: 'only'; readonly among: Among }
  /** Nobody else can be called for it; it stays on this machine, and does as much as can be done without words. */
  | { readonly kind: 'without-key'; readonly operation: 'style' | 'replace' }
  | { readonly kind: 'best'; readonly among: Among; readonly points: readonly Capability[]; readonly edge: Edge };

/** All that can be called, or what one service offers. */
export type Among = { readonly kind: 'all' } | { readonly kind: 'provider'; readonly provider: string };

/** What decided between two that are equally good; `than`: the other. */
export type Edge = { readonly kind: 'none' } | { readonly kind: 'cheaper' | 'faster'; readonly than: string };

/** The same in at most four words. */
export type Brief =
  | { readonly kind: 'pinned' | 'replaces' | 'next' | 'cheapest' | 'fastest' | 'private' | 'results' | 'within' }
  | { readonly kind: 'kept'; readonly kept: number; readonly results: number }
  /** As the catalog says it. */
  | { readonly kind: 'strong-point'; readonly strongPoint: string };

export function reasonFor(choice: Candidate<Callable>, ground: Ground, need: Need, history: History): Reason {
  switch (ground.kind) {
    case 'pinned':
    case 'private':
      return { kind: ground.kind };
    case 'replaces':
      return { kind: 'replaces', gone: ground.gone.model.spec.label, model: choice.model.spec.label };
    case 'learned':
      return learned(choice, ground.before, need, history);
    case 'within': {
      const { most, dearer, of } = ground;
      const { model, price } = dearer;
      return { kind: 'within', most, dearer: model.spec.label, price, of: firstReason(choice, of, need) };
    }
    default:
      return firstReason(choice, ground, need);
  }
}

function firstReason(choice: Candidate<Callable>, by: ByPolicy, need: Need): FirstReason {
  return by.kind === 'best' ? best(choice, by, need) : { kind: by.kind };
}

function learned(choice: Candidate<Callable>, before: Candidate<Callable>, need: Need, history: History): Reason {
  const { pattern } = need;
  const own = tallyFor(choice, need, history);
  if (resultsOf(own) > 0) return { kind: 'kept', kept: own.kept, results: resultsOf(own), pattern };
  const { kept, ...former } = tallyFor(before, need, history);
  const results = resultsOf({ kept, ...former });
  return { kind: 'kept-less', kept, results, pattern, model: before.model.spec.label };
}

function tallyFor({ model }: Candidate<Callable>, { operation, pattern }: Need, history: History): Tally {
  return tallyOf(history, { operation, pattern, family: model.spec.family });
}

function best(choice: Candidate<Callable>, ground: Extract<ByPolicy, { kind: 'best' }>, need: Need): FirstReason {
  const { others } = ground;
  const [second] = others;
  const among: Among = ground.among === 'all' ? { kind: 'all' } : { kind: 'provider', provider: choice.provider.label };
  if (second === undefined) return alone(choice, among, need);
  return { kind: 'best', among, points: strongPoints(choice, others, need), edge: edgeOver(second, choice) };
}

function alone({ provider }: Candidate<Callable>, among: Among, { operation }: Need): FirstReason {
  const isOwn = provider.root === '' && among.kind === 'all';
  if (isOwn && (operation === 'style' || operation === 'replace')) return { kind: 'without-key', operation };
  return { kind: 'only', among };
}

/** The weightiest capabilities, two at most, in which none of the others is stronger. */
function strongPoints(
  choice: Candidate<Callable>,
  others: readonly Candidate<Callable>[],
  need: Need,
): readonly Capability[] {
  const strength = (candidate: Candidate<Callable>, capability: Capability) =>
    candidate.model.spec.strengths[capability];
  return weightList(weigh(need))
    .filter(([capability]) => others.every((other) => strength(other, capability) <= strength(choice, capability)))
    .slice(0, 2)
    .map(([capability]) => capability);
}

function edgeOver(second: Candidate<Callable>, choice: Candidate<Callable>): Edge {
  const than = second.model.spec.label;
  if (second.score < choice.score) return { kind: 'none' };
  if (second.price.dollars > choice.price.dollars) return { kind: 'cheaper', than };
  const isFaster = second.model.spec.usualSeconds > choice.model.spec.usualSeconds;
  return isFaster ? { kind: 'faster', than } : { kind: 'none' };
}

export function briefReason(choice: Candidate<Callable>, ground: Ground, need: Need, history: History): Brief {
  switch (ground.kind) {
    case 'pinned':
    case 'replaces':
    case 'cheapest':
    case 'fastest':
    case 'private':
    case 'within':
      return { kind: ground.kind };
    case 'learned': {
      const own = tallyFor(choice, need, history);
      const results = resultsOf(own);
      return results > 0 ? { kind: 'kept', kept: own.kept, results } : { kind: 'results' };
    }
    case 'best':
      return { kind: 'strong-point', strongPoint: choice.model.spec.strongPoint };
  }
}
