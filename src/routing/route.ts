import type { Refusal } from '../base/errors';
import { type Callable, type Candidate, isOpen, judgeAll, type Obstacle, type Offered } from './candidate';
import { isOver } from './caps';
import { findLeader, type History } from './learn';
import type { Need } from './need';
import { type Pinned, resolvePin } from './pin';
import type { Policy } from './policy';
import type { Price } from './price';
import { rank } from './rank';
import { type Brief, briefReason, type Ground, type Reason, reasonFor } from './reason';
import { refusalFor } from './refusal';
import { isLastResort } from './score';
import { type WhyNot, whyNot } from './whyNot';

/** The choice of a model, with its reason. */
export interface Route<Model extends Callable = Callable> {
  readonly model: Model;
  readonly reason: Reason;
  /** The same for a few words. */
  readonly brief: Brief;
  readonly price: Price;
  /** The size that is sent over the document's own. */
  readonly scale: number;
  /** What the results of this edit are remembered under. */
  readonly wish: Pick<Need, 'operation' | 'pattern'>;
  /** Those to be asked next where the choice cannot answer, in this order. */
  readonly fallbacks: readonly Model[];
  /** Every model that was not chosen, and why: first those that could be asked, in the order of the fallbacks. */
  readonly others: readonly NotChosen[];
}

export interface NotChosen {
  readonly id: string;
  readonly label: string;
  readonly why: WhyNot;
  readonly price: Price;
  /** `none` where it could be asked as well. */
  readonly obstacle: Obstacle['kind'];
}

export type Routed<Model extends Callable = Callable> =
  { readonly ok: true; readonly route: Route<Model> } | { readonly ok: false; readonly refusal: Refusal };

/** The same need, models, policy and history give the same route. */
export function route<Model extends Callable>(
  need: Need,
  offered: Offered<Model>,
  policy: Policy,
  history: History,
): Routed<Model> {
  const all = judgeAll(need, offered);
  const pinned = policy.kind === 'model' ? resolvePin(policy.model, all) : undefined;
  const allowed = allowedBy(policy, all, pinned);
  const open = rank(allowed.filter(isOpen), policy);
  const ranked = affordable(open, need);
  const [first] = ranked;
  if (first === undefined) return { ok: false, refusal: refusalFor(need, policy, rank(allowed, policy), offered) };
  const leader = mayLearn(policy) ? findLeader(ranked, need, history) : undefined;
  const choice = leader ?? first;
  const ground = withLimit(groundOf({ policy, pinned, need, ranked, first, leader }), open, first, need);
  const rest = [...ranked, ...open.filter((one) => !ranked.includes(one))].filter((one) => one !== choice);
  const others = [...rest, ...rank(all, policy).filter(({ model }) => !open.some((one) => one.model === model))];
  return {
    ok: true,
    route: {
      model: choice.model,
      reason: reasonFor(choice, ground, need, history),
      brief: briefReason(choice, ground, need, history),
      price: choice.price,
      scale: choice.sized.scale,
      wish: { operation: need.operation, pattern: need.pattern },
      // who waits for a model's answer is not to get something else unasked
      fallbacks: withoutLastResorts(rest, need).map(({ model }) => model),
      others: others.map((candidate) => {
        const allowedToo = allowed.some(({ model }) => model === candidate.model) ? 'yes' : 'no';
        return notChosen(candidate, whyNot(candidate, choice, { ground, need, policy, allowed: allowedToo }));
      }),
    },
  };
}

function notChosen({ model: { spec }, price, obstacle }: Candidate<Callable>, why: WhyNot): NotChosen {
  return { id: spec.id, label: spec.label, why, price, obstacle: obstacle.kind };
}

/** Those that cost no more than was said; where none does, all of them: whoever pays will object. */
function affordable<Model extends Callable>(
  open: readonly Candidate<Model>[],
  { mostDollars }: Need,
): readonly Candidate<Model>[] {
  const within = open.filter(({ price }) => !isOver(price.dollars, mostDollars));
  return within.length === 0 ? open : within;
}

/** Whether the price kept a better one from being chosen. */
function withLimit(
  ground: Ground,
  [best]: readonly Candidate<Callable>[],
  first: Candidate<Callable>,
  { mostDollars }: Need,
): Ground {
  const isMoved = best !== undefined && best !== first;
  const { kind } = ground;
  if (!isMoved || !(kind === 'best' || kind === 'cheapest' || kind === 'fastest')) return ground;
  return { kind: 'within', most: mostDollars, dearer: best, of: ground };
}

function withoutLastResorts<Model extends Callable>(
  candidates: readonly Candidate<Model>[],
  need: Need,
): readonly Candidate<Model>[] {
  return candidates.filter(({ model }) => !isLastResort(model.spec, need));
}

/** A pin stands, whatever was learned; and what is cheapest or fastest does not depend on taste. */
function mayLearn({ kind }: Policy): boolean {
  return kind === 'best' || kind === 'provider';
}

function allowedBy<Model extends Callable>(
  policy: Policy,
  all: readonly Candidate<Model>[],
  pinned: Pinned<Model> | undefined,
): readonly Candidate<Model>[] {
  switch (policy.kind) {
    case 'private':
      return all.filter(({ provider }) => provider.root === '');
    case 'provider':
      return all.filter(({ provider }) => provider.id === policy.provider);
    case 'model':
      return pinned === undefined || pinned.kind === 'unknown' ? [] : pinned.candidates;
    default:
      return all;
  }
}

interface Considered<Model extends Callable> {
  readonly policy: Policy;
  readonly pinned: Pinned<Model> | undefined;
  readonly need: Need;
  readonly ranked: readonly Candidate<Model>[];
  readonly first: Candidate<Model>;
  readonly leader: Candidate<Model> | undefined;
}

/** What tipped the scales. */
function groundOf<Model extends Callable>(considered: Considered<Model>): Ground {
  const { policy, pinned, need, ranked, first, leader } = considered;
  if (leader !== undefined) return { kind: 'learned', before: first };
  switch (policy.kind) {
    case 'model':
      return pinned?.kind === 'replaced' ? { kind: 'replaces', gone: pinned.named } : { kind: 'pinned' };
    case 'cheapest':
    case 'fastest':
    case 'private':
      return { kind: policy.kind };
    case 'provider':
      return { kind: 'best', among: 'provider', others: withoutLastResorts(ranked.slice(1), need) };
    case 'best':
      return { kind: 'best', among: 'all', others: withoutLastResorts(ranked.slice(1), need) };
  }
}
