import { assert } from '../../base/assert';
import type { JobId } from '../../base/ids';
import type { EditContext } from '../../edit/context';
import { type EditRequest } from '../../edit/operations';
import { place } from '../../edit/place';
import { runEdit } from '../../edit/run';
import type { Variant } from '../../edit/variant';
import type { PlacedLayer, Scene } from '../../host/host';
import type { Desk } from '../desk';
import type { AppParts } from '../parts';
import type { AppState, Job, Step } from '../state';
import type { Store } from '../store';
import { type Attempt, attempt } from './attempt';
import type { Queue } from './queue';
import { createStepClock, type StepClock } from './stepClock';

/** What one answer made, and where it belongs. */
export interface Made {
  readonly scene: Scene;
  readonly variant: Variant;
}

/** The tools of a job's work: the edit's own, and the times of its steps. */
export interface JobContext extends EditContext {
  readonly clock: StepClock;
}

/**
 * Runs `work` as a job: queued, shown in the state from the first, cancellable as long as it waits and runs; whatever
 * happens, the job ends in one state.
 */
export async function runJob<T>(
  id: JobId,
  { operation }: EditRequest,
  { store, queue }: { readonly store: Store<AppState>; readonly queue: Queue },
  work: (context: JobContext) => Promise<T>,
): Promise<Attempt<T>> {
  const show = (change: Partial<Job>) => {
    store.set((state) => (state.job?.id === id ? { ...state, job: { ...state.job, ...change } } : state));
  };
  const { document } = store.get();
  const job: Job = { id, operation, documentTitle: document?.title ?? '', state: { kind: 'waiting' }, steps: [] };
  store.set((state) => ({ ...state, job }));
  let clock: StepClock | undefined;
  const begin = (signal: AbortSignal) => {
    const begun = createStepClock();
    clock = begun;
    return work(contextOf(signal, begun, show));
  };
  const present = () => clock?.present() ?? 'survey';
  const ended = await attempt(() => queue.add(id, document?.document, begin), present);
  show({ state: stateOf(ended, present()), steps: clock?.times() ?? [] });
  return ended;
}

/** What the work tells is shown. */
function contextOf(signal: AbortSignal, clock: StepClock, show: (change: Partial<Job>) => void): JobContext {
  const running = (progress: number, place = 0) => {
    const state = { kind: 'running', step: clock.present(), progress } as const;
    show({ state: place > 0 ? { ...state, place } : state, steps: clock.times() });
  };
  return {
    signal,
    clock,
    onStep(step) {
      clock.begin(step);
      running(0);
    },
    onProgress(share) {
      running(share);
    },
    onQueue(place) {
      running(0, place);
    },
  };
}

function stateOf(ended: Attempt<unknown>, step: Step): Job['state'] {
  switch (ended.kind) {
    case 'done':
      return { kind: 'done' };
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'failed':
      return { kind: 'failed', step, error: ended.error };
  }
}

/** All that an edit made, the best first. */
export interface Edition {
  readonly made: readonly [Made, ...Made[]];
  /** `yes`: somebody wanted it to end, but it was paid for. It waits for a decision. */
  readonly stopped: 'yes' | 'no';
}

/** An edit up to the decision. */
export async function make(
  request: EditRequest,
  { parts, purse, circumstances }: Desk,
  context: EditContext,
): Promise<Edition> {
  const { host } = parts;
  const seen = await circumstances.look();
  const tools = { host, models: parts.models.present(), purse, circumstances: seen, context };
  const { scene, variants, stopped } = await runEdit(request, tools);
  const [best, ...others] = variants.map((variant) => ({ scene, variant }));
  assert(best !== undefined, 'a variant in every answer');
  return { made: [best, ...others], stopped };
}

/** The decision, carried out. */
export function placeMade({ scene, variant }: Made, { host }: AppParts, context: EditContext): Promise<PlacedLayer> {
  context.onStep('place');
  return place(variant, scene, host, context);
}
