import type { Pace } from '../../../src/base/pace';
import { createRandom } from '../../../src/base/random';
import { createGate } from '../../../src/providers/gate';

/** Time that passes only when somebody waits. */
function aClock(): Pace & { readonly waits: number[] } {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    nowMs: () => now,
    async wait(milliseconds) {
      waits.push(milliseconds);
      now += milliseconds;
      await Promise.resolve();
    },
  };
}

const { signal } = new AbortController();

it('lets everybody through while all goes well', async () => {
  const clock = aClock();
  const gate = createGate(clock, createRandom(1));
  await Promise.all(Array.from({ length: 70 }, () => gate.enter(signal)));
  expect(clock.waits).toEqual([]);
});

it('lets nobody through before the time that was asked for', async () => {
  const clock = aClock();
  const gate = createGate(clock, createRandom(1));
  gate.hold(3000);
  gate.hold(1000);
  await gate.enter(signal);
  expect(clock.nowMs()).toBeGreaterThanOrEqual(3000);
});

it('lets one go first after trouble, then twice as many with every one that succeeds', async () => {
  const gate = createGate(aClock(), createRandom(1));
  await gate.enter(signal);
  gate.leave('trouble');
  let inside = 0;
  const enter = async () => {
    await gate.enter(signal);
    inside++;
  };
  const others = Array.from({ length: 6 }, () => enter());
  const settled = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  await settled();
  expect(inside).toBe(1);
  gate.leave('well');
  inside--;
  await settled();
  expect(inside).toBe(2);
  gate.leave('well');
  inside--;
  await settled();
  expect(inside).toBe(4);
  gate.leave('well');
  await Promise.all(others);
});
