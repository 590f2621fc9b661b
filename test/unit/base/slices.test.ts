import { Cancelled } from '../../../src/base/abort';
import { runSliced, type Sliced } from '../../../src/base/slices';

const { signal } = new AbortController();

/** Work of so many pieces of a millisecond each. */
function* pieces(count: number, result = count): Sliced<number> {
  for (let i = 0; i < count; i++) {
    const end = performance.now() + 1;
    while (performance.now() < end);
    yield (i + 1) / count;
  }
  return result;
}

/** The longest time in which no timer had its turn, in ms, while something ran. */
async function longestStretch(run: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 0);
  await run();
  clearInterval(timer);
  return Math.max(longest, performance.now() - last);
}

it('runs to the end and answers what came of it', async () => {
  expect(await runSliced(pieces(3, 7), { signal })).toBe(7);
});

it('lets the panel breathe, also while many run side by side', async () => {
  const all = () => Promise.all(Array.from({ length: 10 }, () => runSliced(pieces(8), { signal })));
  const alone = await longestStretch(() => runSliced(pieces(80), { signal }));
  expect(await longestStretch(all)).toBeLessThan(4 * Math.max(alone, 16));
  expect(await longestStretch(all)).toBeLessThan(80);
});

it('tells how far it is, and ends when it is cancelled', async () => {
  const cancelling = new AbortController();
  const shares: number[] = [];
  const running = runSliced(pieces(1000), {
    signal: cancelling.signal,
    onProgress: (share) => {
      shares.push(share);
      cancelling.abort();
    },
  });
  await expect(running).rejects.toThrow(Cancelled);
  expect(shares[0]).toBeGreaterThan(0);
  expect(shares[0]).toBeLessThan(1);
});
