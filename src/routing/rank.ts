import type { Callable, Candidate } from './candidate';
import type { Policy } from './policy';

/** Below this score, an edit is not worth its price; such models come last. */
const worthIt = 2.5;

/** The order in which models would be asked, best for the policy first. Nothing learned takes part in it. */
export function rank<Model extends Callable>(
  candidates: readonly Candidate<Model>[],
  policy: Policy,
): readonly Candidate<Model>[] {
  const measures = measuresFor(policy);
  return [...candidates].sort((a, b) => {
    const measure = measures.find((one) => one(a) !== one(b));
    return measure === undefined ? 0 : measure(a) - measure(b);
  });
}

/** What counts, weightiest first; the smaller comes first. */
function measuresFor({ kind }: Policy): readonly ((candidate: Candidate<Callable>) => number)[] {
  switch (kind) {
    case 'cheapest':
      return [unworthy, dollars, lackOfScore, seconds];
    case 'fastest':
      return [unworthy, seconds, lackOfScore, dollars];
    default:
      return [lackOfScore, dollars, seconds];
  }
}

const unworthy = ({ score }: Candidate<Callable>) => (score < worthIt ? 1 : 0);
const lackOfScore = ({ score }: Candidate<Callable>) => -score;
const dollars = ({ price }: Candidate<Callable>) => price.dollars;
const seconds = ({ model }: Candidate<Callable>) => model.spec.usualSeconds;
