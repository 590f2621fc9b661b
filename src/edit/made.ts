import type { ModelCall } from '../routing/model';
import type { Capture } from './capture';
import type { EditPlan } from './plan';

/** What led to an answer. */
export interface Made {
  readonly plan: EditPlan;
  readonly call: ModelCall;
  readonly taken: Capture;
}
