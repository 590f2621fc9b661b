import type { InlayError } from '../../base/errors';
import type { Step } from '../../edit/step';

/** A job is in exactly one state, and each state carries what it needs. */
export type JobState =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'running';
      readonly step: Step;
      readonly progress: number;
      /** The place in the service's queue, where it waits there: 1 is next. */
      readonly place?: number;
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly step: Step; readonly error: InlayError }
  | { readonly kind: 'cancelled' };
