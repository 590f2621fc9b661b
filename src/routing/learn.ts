import { z } from 'zod';
import { type Pattern, patterns } from './classify';
import type { ModelSpec, OperationId } from './model';
import { operationIds } from './operationIds';

/** What became of the answers of one model (whoever served it) for one kind of wish. */
export interface Tally {
  readonly operation: OperationId;
  readonly pattern: Pattern;
  readonly family: string;
  readonly kept: number;
  readonly discarded: number;
  /** Run again instead of being placed. */
  readonly redone: number;
  /** Answers that a check found fault with. */
  readonly flagged: number;
}

/** All that was learned: a plain value, to be looked at, kept in a file, or thrown away. */
export type History = readonly Tally[];

export const emptyHistory: History = [];

const count = z.int().min(0).max(1e9);

/** Kept on this machine only. */
export const historySchema = z
  .array(
    z.strictObject({
      operation: z.enum(operationIds),
      pattern: z.enum(patterns),
      family: z.string().min(1).max(100),
      kept: count,
      discarded: count,
      redone: count,
      flagged: count,
    }),
  )
  .max(5000);

export type Happening = 'kept' | 'discarded' | 'redone' | 'flagged';

/** One more result. */
export function remember(history: History, about: Subject, happening: Happening): History {
  const before = tallyOf(history, about);
  const others = history.filter((tally) => !isAbout(tally, about));
  return [...others, { ...before, [happening]: before[happening] + 1 }];
}

/** Which model for which kind of wish. */
export type Subject = Pick<Tally, 'operation' | 'pattern' | 'family'>;

/** Zeros where nothing is known. */
export function tallyOf(history: History, { operation, pattern, family }: Subject): Tally {
  const none = { operation, pattern, family, kept: 0, discarded: 0, redone: 0, flagged: 0 };
  return history.find((tally) => isAbout(tally, none)) ?? none;
}

function isAbout(tally: Tally, { operation, pattern, family }: Subject): boolean {
  return tally.operation === operation && tally.pattern === pattern && tally.family === family;
}

/** Answers that were decided on. */
export function resultsOf({ kept, discarded, redone }: Tally): number {
  return kept + discarded + redone;
}

/** The table's word counts as much as so many results. */
const priorResults = 8;
/** Below this many results of the two models together, the table stands. */
const leastResults = 6;
/** By so much a keep rate must lie above the one of the table's choice. */
const clearLead = 0.05;

/**
 * The share of a model's answers that this retoucher is expected to keep, 0 to 1: a Beta distribution's mean. The
 * table is its prior, as if 8 results had come of which (score + 1) / 10 were kept; a flagged answer counts as half a
 * lost one.
 */
export function keepRate(score: number, tally: Tally): number {
  const lost = tally.discarded + tally.redone + tally.flagged / 2;
  return ((priorResults * (score + 1)) / 10 + tally.kept) / (priorResults + tally.kept + lost);
}

/** A model with its score for the need, 1 … 5. */
export interface Scored {
  readonly model: { readonly spec: ModelSpec };
  readonly score: number;
}

/**
 * The model that this retoucher's results put before the table's choice, which stands first in `ranked`; nothing where
 * the table stands. It takes at least 6 results of the two together, and a keep rate that is 0.05 higher.
 */
export function findLeader<One extends Scored>(
  ranked: readonly One[],
  need: Pick<Tally, 'operation' | 'pattern'>,
  history: History,
): One | undefined {
  const [first, ...others] = ranked;
  if (first === undefined) return undefined;
  const about = ({ model }: One) => tallyOf(history, { ...need, family: model.spec.family });
  const rate = (one: One) => keepRate(one.score, about(one));
  const leads = (one: One) =>
    rate(one) - rate(first) >= clearLead - 1e-9 && resultsOf(about(one)) + resultsOf(about(first)) >= leastResults;
  const family = first.model.spec.family;
  return others
    .filter((one) => one.model.spec.family !== family && leads(one))
    .reduce<One | undefined>((best, one) => (best === undefined || rate(one) > rate(best) ? one : best), undefined);
}
