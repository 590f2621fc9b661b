import fc from 'fast-check';
import { Cancelled } from '../../../src/base/abort';
import { createPlaces } from '../../../src/base/places';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('serves all who wait in turn, however much each wants', async () => {
  const places = createPlaces<string>(1);
  const served: string[] = [];
  const use = async (owner: string, name: string) => {
    const leave = await places.enter(owner);
    served.push(name);
    await settled();
    leave();
  };
  await Promise.all([use('a', 'a1'), use('a', 'a2'), use('a', 'a3'), use('b', 'b1'), use('c', 'c1'), use('b', 'b2')]);
  expect(served).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
});

it('forgets whoever is cancelled while waiting, and no place is lost', async () => {
  const places = createPlaces<string>(1);
  const leave = await places.enter('a');
  const cancelling = new AbortController();
  const waiting = places.enter('b', cancelling.signal);
  const next = places.enter('b');
  cancelling.abort();
  await expect(waiting).rejects.toThrow(Cancelled);
  leave();
  (await next)();
  (await places.enter('c'))();
});

it('turns away at once whoever was cancelled before', async () => {
  const places = createPlaces<string>(1);
  await places.enter('a');
  await expect(places.enter('b', AbortSignal.abort())).rejects.toThrow(Cancelled);
});

it('never lets more in than there are places, nor fewer while somebody waits', async () => {
  const jobs = fc.array(fc.record({ owner: fc.nat(3), turns: fc.nat(3) }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), jobs, async (count, wanted) => {
      const places = createPlaces<number>(count);
      let inside = 0;
      let most = 0;
      const use = async ({ owner, turns }: { owner: number; turns: number }) => {
        const leave = await places.enter(owner);
        most = Math.max(most, ++inside);
        for (let i = 0; i < turns; i++) await Promise.resolve();
        inside--;
        leave();
      };
      await Promise.all(wanted.map(use));
      expect(inside).toBe(0);
      expect(most).toBeLessThanOrEqual(count);
    }),
    { numRuns: 50 },
  );
});
