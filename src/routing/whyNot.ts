import type { Callable, Candidate } from './candidate';
import { capabilityLabels } from './capabilityLabels';
import type { Need } from './need';
import type { Policy } from './policy';
import { priceLabel } from './price';
import type { Ground } from './reason';
import { takesReferences } from './refusal';
import { weightList } from './score';
import { weigh } from './weigh';

export interface WhyNot {
  readonly ground: Ground;
  readonly need: Need;
  readonly policy: Policy;
  /** Whether the policy lets it through. */
  readonly allowed: 'yes' | 'no';
}

/** Why another model was not chosen, in one sentence. */
export function whyNot(other: Candidate<Callable>, choice: Candidate<Callable>, about: WhyNot): string {
  return obstacleSentence(other, about.need) ?? policySentence(about) ?? comparison(other, choice, about);
}

function obstacleSentence({ obstacle, provider }: Candidate<Callable>, { operation }: Need): string | undefined {
  switch (obstacle.kind) {
    case 'none':
      return undefined;
    case 'operation':
      return `Does not do “${operation}”.`;
    case 'gone':
      return `No longer offered since ${obstacle.since}.`;
    case 'references':
      return `It ${takesReferences(obstacle.most)}.`;
    case 'no-key':
      return `There is no key for ${provider.label}.`;
    case 'no-address':
      return `The address of ${provider.label} is not set.`;
    case 'no-storage':
      return `It takes public links only, and there is no key for ${obstacle.through}, whose storage would serve them.`;
    case 'unknown-server':
      return `It is not said whether it runs at the address that is set for ${provider.label}.`;
    case 'other-server':
      return `It does not run at the address that is set for ${provider.label}.`;
  }
}

function policySentence({ policy, allowed }: WhyNot): string | undefined {
  if (allowed === 'yes') return undefined;
  switch (policy.kind) {
    case 'private':
      return 'The picture would leave this machine.';
    case 'provider':
      return 'Offered by another service than the one you chose.';
    default:
      return 'You chose another model.';
  }
}

function comparison(other: Candidate<Callable>, choice: Candidate<Callable>, { ground, need, policy }: WhyNot): string {
  if (ground.kind === 'learned') {
    return other === ground.before ? 'First by the table, but you kept fewer of these.' : 'You kept more of the other.';
  }
  if (policy.kind === 'cheapest' && other.price.dollars > choice.price.dollars) {
    return `Costs more: ${priceLabel(other.price)}.`;
  }
  if (policy.kind === 'fastest' && other.model.spec.usualSeconds > choice.model.spec.usualSeconds) {
    return `Takes longer: about ${other.model.spec.usualSeconds} s.`;
  }
  return weaker(other, choice, need);
}

function weaker(other: Candidate<Callable>, choice: Candidate<Callable>, need: Need): string {
  if (other.score < choice.score) return weakestPoint(other, choice, need);
  if (other.price.dollars > choice.price.dollars) return `As good, but costs more: ${priceLabel(other.price)}.`;
  if (other.model.spec.usualSeconds > choice.model.spec.usualSeconds) {
    return `As good, but takes longer: about ${other.model.spec.usualSeconds} s.`;
  }
  return 'As good; the other stands before it in the catalog.';
}

function weakestPoint(other: Candidate<Callable>, choice: Candidate<Callable>, need: Need): string {
  const { strengths, holdsUpToPixels = Infinity } = other.model.spec;
  if (need.area > holdsUpToPixels) return 'The area is too large for it.';
  const point = weightList(weigh(need)).find(
    ([capability]) => strengths[capability] < choice.model.spec.strengths[capability],
  );
  if (point !== undefined) {
    const [capability] = point;
    return `${strengths[capability]} of 5 at ${capabilityLabels[capability]}, the other ${choice.model.spec.strengths[capability]}.`;
  }
  return other.sized.scale < choice.sized.scale
    ? `Takes the picture at ${other.sized.scale.toFixed(2)}× only.`
    : 'Fits less well.';
}
