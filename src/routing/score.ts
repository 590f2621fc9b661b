import type { Capability, ModelSpec } from './model';
import type { Need } from './need';
import { weigh, type Weights } from './weigh';

/** How well a model fits a need: 1 … 5 by the table, less what this very call takes away; in steps of a tenth. */
export function scoreOf(spec: ModelSpec, need: Need, scale: number): number {
  const score = byTable(spec, weigh(need)) - lossOfArea(spec, need) - lossOfScale(scale) - lossOfPasses(spec, need);
  return Math.round(score * 10) / 10;
}

function byTable({ strengths }: ModelSpec, weights: Weights): number {
  const entries = weightList(weights);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return entries.reduce((sum, [capability, weight]) => sum + weight * strengths[capability], 0) / total;
}

/** Weightiest first. */
export function weightList(weights: Weights): readonly (readonly [Capability, number])[] {
  return capabilities
    .map((capability) => [capability, weights[capability] ?? 0] as const)
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a);
}

export const capabilities = [
  ...(['instruction', 'identity', 'precision', 'structure', 'photorealism', 'clauses', 'text'] as const),
  ...(['severalReferences', 'singleIdentity', 'removal'] as const),
] satisfies readonly Capability[];

/** One for every doubling beyond the area that the model's strengths hold for. */
function lossOfArea({ holdsUpToPixels }: ModelSpec, { area }: Need): number {
  return holdsUpToPixels === undefined || area <= holdsUpToPixels ? 0 : Math.log2(area / holdsUpToPixels);
}

/** Half a step for every halving of the resolution: detail that is not sent cannot come back. */
function lossOfScale(scale: number): number {
  return scale >= 1 ? 0 : Math.log2(1 / scale) / 2;
}

/** A quarter of a step for every pass beyond the clean ones. */
export function lossOfPasses({ cleanPasses }: ModelSpec, { passes }: Need): number {
  return Math.max(0, passes + 1 - cleanPasses) / 4;
}
