import type { Unfit } from '../base/errors';
import type { Callable, Candidate } from './candidate';
import type { Capability } from './model';
import type { Need } from './need';
import type { Policy } from './policy';
import type { Price } from './price';
import type { Ground } from './reason';
import { lossOfPasses, weightList } from './score';
import { weigh } from './weigh';

/** Why a model was not chosen; each language has its sentence for it. */
export type WhyNot =
  | Unfit
  | { readonly kind: 'gone'; readonly since: string }
  | { readonly kind: 'no-key' | 'no-address' | 'unknown-server'; readonly provider: string }
  | { readonly kind: 'leaves-the-machine' | 'other-service' | 'other-model' | 'kept-fewer' | 'kept-more' }
  | { readonly kind: 'dearer' | 'as-good-but-dearer'; readonly price: Price }
  | { readonly kind: 'slower' | 'as-good-but-slower'; readonly seconds: number }
  | { readonly kind: 'later-in-the-catalog' | 'area' | 'fits-less' }
  | { readonly kind: 'scale'; readonly scale: number }
  /** `most`: the edits in a row that it goes through clean. */
  | { readonly kind: 'passes'; readonly most: number }
  | { readonly kind: 'weaker'; readonly at: Capability; readonly strength: number; readonly other: number };

export interface Compared {
  readonly ground: Ground;
  readonly need: Need;
  readonly policy: Policy;
  /** Whether the policy lets it through. */
  readonly allowed: 'yes' | 'no';
}

export function whyNot(other: Candidate<Callable>, choice: Candidate<Callable>, about: Compared): WhyNot {
  return byObstacle(other, about.need) ?? byPolicy(about) ?? byComparison(other, choice, about);
}

function byObstacle({ obstacle, provider }: Candidate<Callable>, { operation }: Need): WhyNot | undefined {
  switch (obstacle.kind) {
    case 'none':
      return undefined;
    case 'operation':
      return { kind: 'operation', operation };
    case 'no-key':
    case 'no-address':
    case 'unknown-server':
      return { kind: obstacle.kind, provider: provider.label };
    case 'other-server':
      return { kind: 'other-server', provider: provider.label };
    case 'gone':
    case 'references':
    case 'no-storage':
      return obstacle;
  }
}

function byPolicy({ policy, allowed }: Compared): WhyNot | undefined {
  if (allowed === 'yes') return undefined;
  switch (policy.kind) {
    case 'private':
      return { kind: 'leaves-the-machine' };
    case 'provider':
      return { kind: 'other-service' };
    default:
      return { kind: 'other-model' };
  }
}

function byComparison(
  other: Candidate<Callable>,
  choice: Candidate<Callable>,
  { ground, need, policy }: Compared,
): WhyNot {
  if (ground.kind === 'learned') return { kind: other === ground.before ? 'kept-fewer' : 'kept-more' };
  if (policy.kind === 'cheapest' && other.price.dollars > choice.price.dollars) {
    return { kind: 'dearer', price: other.price };
  }
  if (policy.kind === 'fastest' && isSlower(other, choice)) {
    return { kind: 'slower', seconds: other.model.spec.usualSeconds };
  }
  if (other.score < choice.score) return byWeakestPoint(other, choice, need);
  if (other.price.dollars > choice.price.dollars) return { kind: 'as-good-but-dearer', price: other.price };
  return isSlower(other, choice)
    ? { kind: 'as-good-but-slower', seconds: other.model.spec.usualSeconds }
    : { kind: 'later-in-the-catalog' };
}

function isSlower(other: Candidate<Callable>, choice: Candidate<Callable>): boolean {
  return other.model.spec.usualSeconds > choice.model.spec.usualSeconds;
}

function byWeakestPoint(other: Candidate<Callable>, choice: Candidate<Callable>, need: Need): WhyNot {
  const { strengths, holdsUpToPixels = Infinity, cleanPasses } = other.model.spec;
  if (need.area > holdsUpToPixels) return { kind: 'area' };
  if (other.score + lossOfPasses(other.model.spec, need) >= choice.score) return { kind: 'passes', most: cleanPasses };
  const better = choice.model.spec.strengths;
  const point = weightList(weigh(need)).find(([capability]) => strengths[capability] < better[capability]);
  if (point !== undefined) {
    const [at] = point;
    return { kind: 'weaker', at, strength: strengths[at], other: better[at] };
  }
  const { scale } = other.sized;
  return scale < choice.sized.scale ? { kind: 'scale', scale } : { kind: 'fits-less' };
}
