import { createQueue } from '../../../src/app/jobs/queue';
import { jobId } from '../../../src/base/ids';

const [first, second, third] = ['a', 'b', 'c'].map(jobId);

describe('the queue', () => {
  test('runs as many jobs at once as it is wide, in the order they came', async () => {
    const queue = createQueue(2);
    const log: string[] = [];
    const job = (name: string) =>
      queue.add(jobId(name), async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
      });
    await Promise.all([job('a'), job('b'), job('c')]);
    expect(log).toEqual(['a begins', 'b begins', 'a ends', 'b ends', 'c begins', 'c ends']);
  });

  test('goes on after a job that threw', async () => {
    const queue = createQueue(1);
    await expect(queue.add(first, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(queue.add(second, () => Promise.resolve(1))).resolves.toBe(1);
  });

  test('cancels only the job that is meant', async () => {
    const queue = createQueue(2);
    const aborted = (signal: AbortSignal) =>
      new Promise<boolean>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve(true);
        });
      });
    const one = queue.add(first, aborted);
    const other = queue.add(second, (signal) => Promise.resolve(signal.aborted));
    const next = queue.add(third, (signal) => Promise.resolve(signal.aborted));
    await Promise.resolve();
    queue.cancel(first);
    expect(await Promise.all([one, other, next])).toEqual([true, false, false]);
  });
});
