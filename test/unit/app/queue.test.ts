import { createQueue } from '../../../src/app/jobs/queue';

describe('the queue', () => {
  test('runs one job at a time, in the order they came', async () => {
    const queue = createQueue();
    const log: string[] = [];
    const job = (name: string) =>
      queue.add(async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
      });
    await Promise.all([job('a'), job('b')]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  test('goes on after a job that threw', async () => {
    const queue = createQueue();
    await expect(queue.add(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(queue.add(() => Promise.resolve(1))).resolves.toBe(1);
  });

  test('cancels only the job that runs', async () => {
    const queue = createQueue();
    const aborted = (signal: AbortSignal) =>
      new Promise<boolean>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve(true);
        });
        queue.cancelRunning();
      });
    const first = queue.add(aborted);
    const second = queue.add((signal) => Promise.resolve(signal.aborted));
    expect(await first).toBe(true);
    expect(await second).toBe(false);
  });
});
