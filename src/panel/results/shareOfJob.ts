import { type Step, steps } from '../../app/state';

/** About how the time of an edit divides over its steps: the model takes nearly all of it. */
const weights: Readonly<Record<Step, number>> = {
  survey: 1,
  plan: 1,
  capture: 4,
  call: 82,
  finish: 4,
  stitch: 4,
  check: 2,
  place: 2,
};

/** About how much of a whole job is done, 0 to 1, when `share` of the step is; it never falls while a job goes on. */
export function shareOfJob(step: Step, share: number): number {
  const total = sum(steps);
  const before = sum(steps.slice(0, steps.indexOf(step)));
  return (before + weights[step] * share) / total;
}

function sum(some: readonly Step[]): number {
  return some.reduce((weight, step) => weight + weights[step], 0);
}
