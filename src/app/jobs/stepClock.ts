import { elapsedMs } from '../../base/clock';
import type { Step } from '../../edit/step';
import type { StepTime } from '../state';

/** Which step a job is in, and how long each took. */
export interface StepClock {
  readonly begin: (step: Step) => void;
  readonly present: () => Step;
  /** The step that runs counts up to now. */
  readonly times: () => readonly StepTime[];
}

export function createStepClock(): StepClock {
  const taken = new Map<Step, number>();
  let step: Step = 'survey';
  let since = elapsedMs();
  const settle = () => {
    const now = elapsedMs();
    taken.set(step, (taken.get(step) ?? 0) + now - since);
    since = now;
  };
  return {
    begin(next) {
      settle();
      step = next;
    },
    present: () => step,
    times() {
      settle();
      return [...taken].map(([name, milliseconds]) => ({ step: name, milliseconds: Math.round(milliseconds) }));
    },
  };
}
