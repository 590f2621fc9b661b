import { createQueue } from '../../../src/app/jobs/queue';
import { Cancelled } from '../../../src/base/abort';
import { type DocumentId, jobId } from '../../../src/base/ids';

const [first, second, third] = ['a', 'b', 'c'].map(jobId);
const [document, another] = [1 as DocumentId, 2 as DocumentId];

describe('the queue', () => {
  test('runs as many jobs at once as it is wide, in the order they came', async () => {
    const queue = createQueue(2);
    const log: string[] = [];
    const job = (name: string) =>
      queue.add(jobId(name), document, async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
      });
    await Promise.all([job('a'), job('b'), job('c')]);
    expect(log).toEqual(['a begins', 'b begins', 'a ends', 'b ends', 'c begins', 'c ends']);
  });

  test('goes on after a job that threw', async () => {
    const queue = createQueue(1);
    await expect(queue.add(first, document, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(queue.add(second, document, () => Promise.resolve(1))).resolves.toBe(1);
  });

  test('cancels only the job that is meant', async () => {
    const queue = createQueue(2);
    const aborted = (signal: AbortSignal) =>
      new Promise<boolean>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve(true);
        });
      });
    const one = queue.add(first, document, aborted);
    const other = queue.add(second, document, (signal) => Promise.resolve(signal.aborted));
    const next = queue.add(third, document, (signal) => Promise.resolve(signal.aborted));
    await Promise.resolve();
    queue.cancel(first);
    expect(await Promise.all([one, other, next])).toEqual([true, false, false]);
  });

  test('cancels a job that waits at once: it never begins, and the others go on', async () => {
    const queue = createQueue(1);
    const begun: string[] = [];
    let end: () => void = () => undefined;
    const one = queue.add(first, document, () => new Promise<void>((resolve) => (end = resolve)));
    const waiting = queue.add(second, document, () => Promise.resolve(begun.push('second')));
    const last = queue.add(third, document, () => Promise.resolve(begun.push('third')));
    queue.cancel(second);
    await expect(waiting).rejects.toBeInstanceOf(Cancelled);
    end();
    await Promise.all([one, last]);
    expect(begun).toEqual(['third']);
  });

  test('lets documents take turns, however many jobs one of them has', async () => {
    const queue = createQueue(1);
    const log: string[] = [];
    const job = (name: string, of: DocumentId) =>
      queue.add(jobId(name), of, () => Promise.resolve(void log.push(name)));
    await Promise.all([job('a1', document), job('a2', document), job('a3', document), job('b1', another)]);
    expect(log).toEqual(['a1', 'a2', 'b1', 'a3']);
  });
});
