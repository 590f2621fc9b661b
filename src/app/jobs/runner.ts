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
import type { AppState, Job } from '../state';
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

/** Runs `work` as a job: queued, shown in the state, cancellable; whatever happens, the job ends in one state. */
export function runJob<T>(
  id: JobId,
  request: EditRequest,
  { store, queue }: { readonly store: Store<AppState>; readonly queue: Queue },
  work: (context: JobContext) => Promise<T>,
): Promise<Attempt<T>> {
  const show = (change: Partial<Job>) => {
    store.set((state) => (state.job?.id === id ? { ...state, job: { ...state.job, ...change } } : state));
  };
  const { operation } = request;
  return queue.add(id, store.get().document?.document, async (signal) => {
    const clock = createStepClock();
    const documentTitle = store.get().document?.title ?? '';
    store.set((state) => ({ ...state, job: { id, operation, documentTitle, state: { kind: 'waiting' }, steps: [] } }));
    const running = (progress: number) => {
      show({ state: { kind: 'running', step: clock.present(), progress }, steps: clock.times() });
    };
    const context: JobContext = {
      signal,
      clock,
      onStep(step) {
        clock.begin(step);
        running(0);
      },
      onProgress: running,
    };
    const ended = await attempt(() => work(context), clock.present);
    show({ state: stateOf(ended, clock), steps: clock.times() });
    return ended;
  });
}

function stateOf(ended: Attempt<unknown>, clock: StepClock): Job['state'] {
  switch (ended.kind) {
    case 'done':
      return { kind: 'done' };
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'failed':
      return { kind: 'failed', step: clock.present(), error: ended.error };
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
