import { Cancelled } from '../../../src/base/abort';
import { createRandom } from '../../../src/base/random';
import { connect } from '../../../src/providers/connect';
import type { Connection, Question } from '../../../src/providers/connection';
import type { Gate } from '../../../src/providers/gate';
import { createLane } from '../../../src/providers/lane';
import { outcomeOf } from '../../../src/providers/outcome';
import type { Service } from '../../../src/providers/service';
import { bfl } from '../../../src/routing/catalog/bfl';
import { hurried } from '../../support/hurried';

const fetched = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetched;
});

const service: Service = {
  spec: bfl,
  auth: (key) => ({ 'x-key': key }),
  create: () => {
    throw new Error('nothing is edited here');
  },
};

const { signal } = new AbortController();

/** A gate that writes down what it is told. */
function aGate(closedForMs = 0) {
  const told: string[] = [];
  const gate: Gate = {
    enter: () => Promise.resolve({ kind: 'in', leave: (how) => told.push(how) }),
    hold: (milliseconds) => told.push(`hold ${Math.round(milliseconds / 1000)} s`),
    closedForMs: () => closedForMs,
  };
  return { gate, told };
}

function connected(gate: Gate): Connection {
  const tools = { pace: hurried(1000), random: createRandom(1) };
  const reach = { rootOf: () => Promise.resolve(undefined), keyOf: () => Promise.resolve('k1') };
  return connect(service, reach, { gate, lane: createLane(1) }, tools);
}

/** The service answers so, one after the other; the last one goes on. */
function answering(...answers: readonly (() => Promise<Response>)[]) {
  let asked = 0;
  const fetching = jest.fn(() => (answers[Math.min(asked++, answers.length - 1)] ?? never)());
  globalThis.fetch = fetching;
  return fetching;
}

const never = () => new Promise<Response>(() => undefined);
const reset = () => Promise.reject(new Error('Network request failed'));
const answer = (status: number, headers = {}) =>
  Promise.resolve(new Response(JSON.stringify({ detail: 'So it is.' }), { status, headers }));
const page = () => Promise.resolve(new Response('<html></html>', { status: 502 }));

const asked = { provider: 'Acme', model: 'Acme Edit' };
const work: Question<string> = {
  method: 'POST',
  address: '/v1/edit',
  charge: 'may-be',
  read: () => 'read',
  judge: (failure) => (failure.body === undefined ? undefined : outcomeOf(asked, failure, 'So it is.')),
};

describe('the gate is told of work', () => {
  it.each([
    ['that was answered', () => answer(200), ['well']],
    ['that was turned away for good', () => answer(422), ['well']],
    ['whose answer broke off', reset, ['hold 1 s', 'otherwise']],
    ['that a gateway answered', page, ['hold 1 s', 'otherwise']],
    ['that was never answered', never, ['hold 1 s', 'otherwise']],
  ])('%s', async (_name, answers, expected) => {
    answering(answers);
    const { gate, told } = aGate();
    await connected(gate)
      .ask(work, signal)
      .catch(() => undefined);
    expect(told).toEqual(expected);
  });

  it('that was cancelled: nothing', async () => {
    answering(never);
    const { gate, told } = aGate();
    const cancelling = new AbortController();
    const asking = connected(gate).ask(work, cancelling.signal);
    setTimeout(() => {
      cancelling.abort();
    }, 5);
    await expect(asking).rejects.toThrow(Cancelled);
    expect(told).toEqual(['otherwise']);
  });
});

describe('who cancels', () => {
  it('before anything has left pays nothing', async () => {
    const fetching = answering(never);
    const cancelling = new AbortController();
    const { gate } = aGate();
    const entering: Gate = {
      ...gate,
      enter(signal) {
        cancelling.abort();
        return gate.enter(signal);
      },
    };
    await expect(connected(entering).ask(work, cancelling.signal)).rejects.toMatchObject({ request: 'none' });
    expect(fetching).not.toHaveBeenCalled();
  });

  it('after a request has left may have to pay', async () => {
    answering(never);
    const cancelling = new AbortController();
    const asking = connected(aGate().gate).ask(work, cancelling.signal);
    setTimeout(() => {
      cancelling.abort();
    }, 5);
    await expect(asking).rejects.toMatchObject({ name: 'Cancelled', request: 'sent' });
  });
});

describe('where the service has asked for patience', () => {
  const look: Question<string> = { ...work, method: 'GET', charge: 'free' };

  it.each([429, 503])('all jobs hold it in full, also for the status %i', async (status) => {
    const fetching = answering(() => answer(status, { 'retry-after': '600' }));
    const { gate, told } = aGate();
    const details = { provider: 'Acme', retryAfterMs: 600_000 };
    await expect(connected(gate).ask(work, signal)).rejects.toMatchObject({ details });
    expect(told).toEqual([expect.stringMatching(/^hold 6\d\d s$/), 'otherwise']);
    expect(fetching).toHaveBeenCalledTimes(1);
  });

  it('who comes while it is closed for long is told the time that is left, and nothing is sent', async () => {
    const fetching = answering(() => answer(200));
    const gate: Gate = { ...aGate(90_000).gate, enter: () => Promise.resolve({ kind: 'closed', forMs: 90_000 }) };
    for (const question of [work, look]) {
      const asking = connected(gate).ask(question, signal);
      await expect(asking).rejects.toMatchObject({ code: 'model.rate-limited', details: { retryAfterMs: 90_000 } });
    }
    expect(fetching).not.toHaveBeenCalled();
  });

  it.each([
    ['a look', (service: Connection) => service.ask({ ...look, requestId: 'r-1' }, signal)],
    ['a file', (service: Connection) => service.fetchFile('https://delivery.eu.bfl.ai/a.png', signal, 'r-1')],
  ])('%s waits, and is asked for again however long it is to wait', async (_name, asks) => {
    const times: number[] = [];
    const late = () => {
      times.push(performance.now());
      return times.length === 1 ? answer(503, { 'retry-after': '600' }) : answer(200);
    };
    answering(late);
    const begun = performance.now();
    await asks(connected(aGate(30_000).gate));
    expect(times[0] - begun).toBeGreaterThanOrEqual(28);
    expect(times).toHaveLength(2);
  });

  it('what stops the work goes at once', async () => {
    answering(() => answer(200));
    const begun = performance.now();
    await connected(aGate(60_000).gate).ask({ ...work, method: 'PUT', charge: 'free', requestId: 'r-1' }, signal);
    expect(performance.now() - begun).toBeLessThan(50);
  });
});
