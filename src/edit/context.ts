import type { Step } from './step';

/** What a running edit needs to know of the world, and how it tells what it does. */
export interface EditContext {
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
  /** Share of the present step that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** The place in the service's queue, where it tells one: 1 is next; 0 as soon as it works on it. */
  readonly onQueue?: (place: number) => void;
  readonly onRequestId?: (id: string) => void;
}
