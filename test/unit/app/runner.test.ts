import { initialState } from '../../../src/app/initialState';
import { createQueue } from '../../../src/app/jobs/queue';
import { runJob } from '../../../src/app/jobs/runner';
import { createStore } from '../../../src/app/store';
import { jobId } from '../../../src/base/ids';
import { editRequest } from '../../../src/edit/operations';

const request = editRequest.parse({ operation: 'remove', seed: 1 });

describe('a job', () => {
  test('that waits for its turn is shown so, and can be cancelled without having begun', async () => {
    const [store, queue] = [createStore(initialState), createQueue(1)];
    let end: () => void = () => undefined;
    const first = runJob(jobId('a'), request, { store, queue }, () => new Promise<void>((resolve) => (end = resolve)));
    const begun: string[] = [];
    const second = runJob(jobId('b'), request, { store, queue }, () => Promise.resolve(begun.push('b')));
    expect(store.get().job).toMatchObject({ id: 'b', state: { kind: 'waiting' } });
    queue.cancel(jobId('b'));
    expect(await second).toEqual({ kind: 'cancelled' });
    expect(store.get().job).toMatchObject({ id: 'b', state: { kind: 'cancelled' }, steps: [] });
    end();
    expect(await first).toMatchObject({ kind: 'done' });
    expect(begun).toEqual([]);
  });

  test('that waits with a service is shown with its place there, until the work begins', async () => {
    const [store, queue] = [createStore(initialState), createQueue(1)];
    const shown: unknown[] = [];
    await runJob(jobId('a'), request, { store, queue }, (context) => {
      context.onStep('call');
      for (const place of [3, 1, 0]) {
        context.onQueue?.(place);
        shown.push(store.get().job?.state);
      }
      return Promise.resolve();
    });
    const running = { kind: 'running', step: 'call', progress: 0 };
    expect(shown).toEqual([{ ...running, place: 3 }, { ...running, place: 1 }, running]);
  });
});
