import type { Capability, OperationId } from './model';
import type { Need } from './need';

/** How much each capability matters for a need; what is not named does not matter. */
export type Weights = Readonly<Partial<Record<Capability, number>>>;

/** What an operation needs by itself: the first two or so decide between the families. */
const byOperation: Readonly<Record<OperationId, Weights>> = {
  instruct: { instruction: 3, identity: 2 },
  inpaint: { precision: 3, structure: 1 },
  remove: { removal: 3, precision: 1 },
  outpaint: { structure: 2, precision: 1 },
  style: { instruction: 1 },
  replace: { precision: 2, structure: 1 },
  generate: { photorealism: 2, clauses: 1 },
};

/** From here on a prompt has several clauses. */
const manyClauses = 3;

/** The operation's own weights, and what the need adds to them. */
export function weigh(need: Need): Weights {
  const { operation, references, text, clauses, change } = need;
  const weights: Partial<Record<Capability, number>> = { ...byOperation[operation] };
  const add = (capability: Capability, weight: number) => {
    weights[capability] = (weights[capability] ?? 0) + weight;
  };
  if (text === 'wanted') add('text', 4);
  if (change === 'structure') add('structure', 4);
  if (clauses >= manyClauses) add('clauses', 1);
  if (references.includes('identity')) add('singleIdentity', 1);
  if (references.length > 1) add('severalReferences', 3);
  if (references.length === 1 && operation === 'style') add('identity', 2);
  return weights;
}
