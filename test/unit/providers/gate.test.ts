import { Cancelled } from '../../../src/base/abort';
import type { Pace } from '../../../src/base/pace';
import { createRandom } from '../../../src/base/random';
import { createGate, type Entry, type Gate } from '../../../src/providers/gate';

/** Time that passes only when it is told to. */
function aClock() {
  let now = 0;
  let alarms: { readonly at: number; readonly ring: () => void }[] = [];
  const pace: Pace = {
    nowMs: () => now,
    wait: (milliseconds) => new Promise((ring) => alarms.push({ at: now + milliseconds, ring })),
  };
  return {
    pace,
    async pass(milliseconds: number) {
      now += milliseconds;
      const due = alarms.filter(({ at }) => at <= now);
      alarms = alarms.filter(({ at }) => at > now);
      for (const { ring } of due) ring();
      await settled();
    },
  };
}

async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

const aGate = (clock = aClock()) => createGate(clock.pace, createRandom(1));

/** So many who want to enter, and how far each has come. */
function wanting(gate: Gate, count: number) {
  const entries: Entry[] = [];
  const names: number[] = [];
  for (let name = 0; name < count; name++) {
    void gate.enter(new AbortController().signal).then((entry) => {
      entries.push(entry);
      names.push(name);
    });
  }
  const leave = (how: 'well' | 'otherwise') => {
    const entry = entries.shift();
    if (entry?.kind === 'in') entry.leave(how);
    return settled();
  };
  return { entries, names, leave };
}

it('lets everybody through while all goes well', async () => {
  const { entries } = wanting(aGate(), 70);
  await settled();
  expect(entries).toHaveLength(70);
});

it('lets nobody through before the time that was asked for', async () => {
  const clock = aClock();
  const gate = aGate(clock);
  gate.hold(3000);
  gate.hold(1000);
  const { entries } = wanting(gate, 1);
  await clock.pass(2990);
  expect(entries).toHaveLength(0);
  await clock.pass(50);
  expect(entries).toHaveLength(1);
});

it('lets one go first after trouble, then twice as many with every one that succeeds, as they came', async () => {
  const clock = aClock();
  const gate = aGate(clock);
  gate.hold(100);
  const { entries, names, leave } = wanting(gate, 6);
  await clock.pass(150);
  expect(names).toEqual([0]);
  await leave('well');
  expect(names).toEqual([0, 1, 2]);
  await leave('well');
  expect(entries).toHaveLength(4);
  expect(names).toEqual([0, 1, 2, 3, 4, 5].slice(0, names.length));
});

it('what says nothing of the service leaves the width as it is', async () => {
  const clock = aClock();
  const gate = aGate(clock);
  gate.hold(100);
  const { entries, leave } = wanting(gate, 6);
  await clock.pass(150);
  await leave('otherwise');
  expect(entries).toHaveLength(1);
});

it('what entered before the last trouble does not widen it, nor keep anybody waiting', async () => {
  const clock = aClock();
  const gate = aGate(clock);
  const before = wanting(gate, 8);
  await settled();
  gate.hold(1000);
  for (let i = 0; i < 6; i++) await before.leave('well');
  const after = wanting(gate, 8);
  await clock.pass(1050);
  expect(after.entries).toHaveLength(1);
  await before.leave('well');
  expect(after.entries).toHaveLength(1);
});

it('keeps nobody waiting for longer than a minute', async () => {
  const clock = aClock();
  const gate = aGate(clock);
  gate.hold(1000);
  const early = wanting(gate, 2);
  await settled();
  gate.hold(600_000);
  const late = wanting(gate, 1);
  await settled();
  const closed = { kind: 'closed', forMs: 600_000 };
  expect([...early.entries, ...late.entries]).toEqual([closed, closed, closed]);
  await clock.pass(550_000);
  expect(gate.closedForMs()).toBe(50_000);
  const last = wanting(gate, 1);
  await clock.pass(50_050);
  expect(last.entries).toMatchObject([{ kind: 'in' }]);
});

it('who is cancelled leaves the queue, and keeps nobody from going on', async () => {
  const clock = aClock();
  const gate = aGate(clock);
  gate.hold(100);
  const cancelling = new AbortController();
  const cancelled = gate.enter(cancelling.signal);
  const { entries } = wanting(gate, 1);
  cancelling.abort();
  await expect(cancelled).rejects.toThrow(Cancelled);
  await clock.pass(150);
  expect(entries).toHaveLength(1);
  await expect(gate.enter(cancelling.signal)).rejects.toThrow(Cancelled);
});
