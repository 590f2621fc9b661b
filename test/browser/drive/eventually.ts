import { isDeepStrictEqual } from 'node:util';

/** Waits until a question is answered as wanted; at the end of its patience it compares once more, and so says how not. */
export async function expectSoon<T>(ask: () => Promise<T>, wanted: T, patienceMs = 10_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end && !isDeepStrictEqual(await ask(), wanted)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await ask()).toEqual(wanted);
}
