import type { Callable, Candidate } from './candidate';
import { capabilityLabels } from './capabilityLabels';
import { patternLabels } from './classify';
import { type History, resultsOf, type Tally, tallyOf } from './learn';
import type { Capability } from './model';
import type { Need } from './need';
import { weightList } from './score';
import { weigh } from './weigh';

/** What tipped the scales for the choice. */
export type Ground =
  | { readonly kind: 'pinned' }
  /** It takes the place of the model that was named. */
  | { readonly kind: 'replaces'; readonly gone: Candidate<Callable> }
  | { readonly kind: 'cheapest' | 'fastest' | 'private' }
  /** `before`: the table's own choice. */
  | { readonly kind: 'learned'; readonly before: Candidate<Callable> }
  | { readonly kind: 'best'; readonly among: 'all' | 'provider'; readonly others: readonly Candidate<Callable>[] };

/** The reason for a choice, in one sentence. */
export function reasonFor(choice: Candidate<Callable>, ground: Ground, need: Need, history: History): string {
  switch (ground.kind) {
    case 'pinned':
      return 'You chose it.';
    case 'replaces':
      return `${ground.gone.model.spec.label} has ended, and ${choice.model.spec.label} takes its place.`;
    case 'cheapest':
      return 'The cheapest that you can call and that does this well enough.';
    case 'fastest':
      return 'The fastest that you can call and that does this well enough.';
    case 'private':
      return 'It runs on this machine, so nothing leaves it.';
    case 'learned':
      return learned(choice, ground.before, need, history);
    case 'best':
      return best(choice, ground, need);
  }
}

function learned(choice: Candidate<Callable>, before: Candidate<Callable>, need: Need, history: History): string {
  const wishes = patternLabels[need.pattern];
  const own = tallyFor(choice, need, history);
  if (resultsOf(own) > 0) return `You kept ${own.kept} of ${resultsOf(own)} of these for ${wishes}.`;
  const former = tallyFor(before, need, history);
  return `You kept ${former.kept} of ${resultsOf(former)} by ${before.model.spec.label} for ${wishes}.`;
}

function tallyFor({ model }: Candidate<Callable>, { operation, pattern }: Need, history: History): Tally {
  return tallyOf(history, { operation, pattern, family: model.spec.family });
}

function best(choice: Candidate<Callable>, { among, others }: Extract<Ground, { kind: 'best' }>, need: Need): string {
  const [second] = others;
  const whose = among === 'all' ? 'that you can call' : `that ${choice.provider.label} offers`;
  if (second === undefined) return `The only model ${whose} for this.`;
  const points = strongPoints(choice, others, need);
  const claim = points.length === 0 ? `The best fit ${whose}` : `The best ${whose} at ${points.join(' and ')}`;
  return `${claim}${edgeOver(second, choice)}.`;
}

/** The weightiest capabilities, two at most, in which none of the others is stronger. */
function strongPoints(choice: Candidate<Callable>, others: readonly Candidate<Callable>[], need: Need): string[] {
  const strength = (candidate: Candidate<Callable>, capability: Capability) =>
    candidate.model.spec.strengths[capability];
  return weightList(weigh(need))
    .filter(([capability]) => others.every((other) => strength(other, capability) <= strength(choice, capability)))
    .slice(0, 2)
    .map(([capability]) => capabilityLabels[capability]);
}

/** What decided between two that are equally good. */
function edgeOver(second: Candidate<Callable>, choice: Candidate<Callable>): string {
  if (second.score < choice.score) return '';
  const { label } = second.model.spec;
  if (second.price.dollars > choice.price.dollars) return `; it costs less than ${label}`;
  return second.model.spec.usualSeconds > choice.model.spec.usualSeconds ? `; it is faster than ${label}` : '';
}

/** The reason in at most four words. */
export function briefReason(choice: Candidate<Callable>, ground: Ground, need: Need, history: History): string {
  switch (ground.kind) {
    case 'pinned':
      return 'Chosen by you';
    case 'replaces':
      return 'In its place';
    case 'cheapest':
      return 'Cheapest for this';
    case 'fastest':
      return 'Fastest for this';
    case 'private':
      return 'Stays on this machine';
    case 'learned': {
      const own = tallyFor(choice, need, history);
      return resultsOf(own) > 0
        ? `You kept ${own.kept} of ${resultsOf(own)}`.replace(' of ', '/')
        : 'From your results';
    }
    case 'best':
      return choice.model.spec.strongPoint;
  }
}
