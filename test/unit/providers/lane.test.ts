import { Cancelled } from '../../../src/base/abort';
import { createLane } from '../../../src/providers/lane';

const edit = () => new AbortController();
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

it('works on so many calls at once, and those of one edit take turns with all others', async () => {
  const lane = createLane(1);
  const [many, single] = [edit(), edit()];
  const log: string[] = [];
  const call = (name: string, { signal }: AbortController) =>
    lane.run(async () => {
      log.push(name);
      await soon();
    }, signal);
  await Promise.all([call('many 1', many), call('many 2', many), call('many 3', many), call('single', single)]);
  expect(log).toEqual(['many 1', 'many 2', 'single', 'many 3']);
});

it('gives the place free also after a call that failed', async () => {
  const lane = createLane(1);
  await expect(lane.run(() => Promise.reject(new Error('no')), edit().signal)).rejects.toThrow('no');
  await expect(lane.run(() => Promise.resolve(1), edit().signal)).resolves.toBe(1);
});

it('does no work for an edit that was cancelled while it waited', async () => {
  const lane = createLane(1);
  const cancelled = edit();
  const first = lane.run(soon, edit().signal);
  const work = jest.fn(soon);
  const second = lane.run(work, cancelled.signal);
  cancelled.abort();
  await expect(second).rejects.toThrow(Cancelled);
  await first;
  expect(work).not.toHaveBeenCalled();
});
