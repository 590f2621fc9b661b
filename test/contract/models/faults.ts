import { Cancelled } from '../../../src/base/abort';
import { isInlayError } from '../../../src/base/errors';
import type { Running } from '../../servers/kit';
import { aRaster } from '../../support/pictures';
import { isAfterWork, type Mishap, mishapsOf } from './mishaps';
import { key, type Served } from './served';
import { attempt, begin, type Tried } from './trial';

/** What every service does with every way in which it may go wrong; run for each. */
export function keepsItsHead(served: Served): void {
  const mishaps = mishapsOf(served).map((mishap) => [mishap.name, mishap] as const);

  it.each(mishaps)('ends as it must: %s', async (_name, mishap) => {
    const tried = await run(served, mishap);
    if (mishap.ends === 'picture') expectPicture(tried, mishap);
    else expect(mishap.ends).toContain(tried.end);
    expectPaid(tried.server, mishap);
    expectNoKey(tried);
  });

  it('complains of nothing where all goes well', async () => {
    const { server } = await run(served, { name: '', ends: 'picture', billed: 'once' });
    expect(server.complaints).toEqual([]);
  });

  it('leaves what it was given as it was', async () => {
    const before = structuredClone(served.call);
    await attempt(served, await begin(served.start));
    expect(served.call).toEqual(before);
  });

  it('asks nothing of the service for an edit that was cancelled before', async () => {
    const server = await begin(served.start);
    const tried = await attempt(served, server, { signal: AbortSignal.abort() });
    expect(tried.end).toBe('cancelled');
    expect(server.log).toEqual([]);
  });

  it('names the job as soon as it has a name, and tells shares between 0 and 1', async () => {
    const server = await begin(served.start);
    const ids: string[] = [];
    const shares: number[] = [];
    const { end } = await attempt(served, server, {
      onRequestId: (id) => ids.push(id),
      onProgress: (share) => shares.push(share),
    });
    const named = typeof end === 'string' ? undefined : end.requestId;
    expect(ids).toEqual(named === undefined ? [] : [named]);
    expect(shares.filter((share) => share < 0 || share > 1)).toEqual([]);
  });

  it('waits as long as it is asked to', async () => {
    const reply = served.words['rate-limited'];
    if (!reply) return;
    const server = await begin(served.start);
    const told = { ...reply, headers: { 'retry-after': '3' } };
    server.faults.add('submit', { kind: 'reply', reply: told }, 1);
    await attempt(served, server);
    const [first = 0, second = 0] = submissions(server).map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(2900 / (served.hurry ?? 100));
  });

  it('ends at once when it is cancelled while the request is under way', async () => {
    const tried = await cancelledAt(served, 'submit');
    expect(tried.end).toBe('cancelled');
  });

  it('loses no picture that has come because the edit is cancelled while it is opened', async () => {
    const server = await begin(served.start);
    const cancelling = new AbortController();
    const opened = aRaster([[1, 2, 3]]);
    const carried = served.carries?.(forTheEditor) ?? { status: 200, body: forTheEditor };
    server.faults.add(served.stages.at(-1) ?? 'submit', { kind: 'reply', reply: carried }, 1);
    const { end } = await attempt(served, server, {
      signal: cancelling.signal,
      decode(_bytes, _format, signal) {
        cancelling.abort();
        return signal.aborted ? Promise.reject(new Cancelled('cancelled')) : Promise.resolve(opened);
      },
    });
    expect(end).toMatchObject({ images: [opened] });
  });

  if (served.stages.length === 0) return;

  it.each(served.stages)(
    'cancelled at the stage “%s”, it is told where it can be, and what is done is not lost',
    async (stage) => {
      const tried = await cancelledAt(served, stage);
      if (isAfterWork(stage)) expect(tried.end).toMatchObject({ images: [{ channels: 3 }] });
      else expect(tried.end).toBe('cancelled');
      const stops = tried.server.log.filter((request) => request.stage === 'cancel');
      expect(stops).toHaveLength(served.stop === 'real' && !isAfterWork(stage) ? 1 : 0);
      expectNoKey(tried);
    },
  );
}

/** What only the editor can open. */
const forTheEditor = Buffer.from('RIFF\x04\0\0\0WEBP');

async function run(served: Served, { options, fault }: Mishap): Promise<Tried> {
  const server = await begin((given) => served.start({ ...given, ...options }));
  if (fault) server.faults.add(fault.stage, fault.fault, fault.times);
  return attempt(served, server);
}

function expectPicture({ end, error }: Tried, { options }: Mishap): void {
  expect(error).toBeUndefined();
  expect(end).toMatchObject({ images: [{ channels: 3, ...options?.size }] });
}

/** As much work was asked for as it may have been, and as much is charged. */
function expectPaid(server: Running, { billed, submissions: wanted = 1 }: Mishap): void {
  expect(submissions(server)).toHaveLength(wanted);
  const most = billed === 'never' ? 0 : 1;
  expect(server.billed.length).toBeLessThanOrEqual(most);
  expect(server.billed.length).toBeGreaterThanOrEqual(billed === 'once' ? 1 : 0);
}

/** Requests of the stage that starts work. */
function submissions({ log }: Running) {
  return log.filter(({ stage }) => stage === 'submit');
}

/** Nothing of the key is seen by anybody but the service: not in an error, not where files lie. */
function expectNoKey({ server, error, end }: Tried): void {
  const told = [error, ...causesOf(error)].map((each) => `${String(each)} ${JSON.stringify(each)}`).join(' ');
  expect(told).not.toContain(key);
  expect(JSON.stringify(end)).not.toContain(key);
  expect(server.complaints.filter((complaint) => complaint.includes('key came along'))).toEqual([]);
}

function causesOf(error: unknown): unknown[] {
  return isInlayError(error) && error.cause !== undefined ? [error.cause] : [];
}

/** Cancels as soon as a request of that stage has come, which is never answered. */
async function cancelledAt(served: Served, stage: string): Promise<Tried> {
  const server = await begin(served.start);
  const cancelling = new AbortController();
  server.faults.add(stage, { kind: 'hang' }, 1);
  const trying = attempt(served, server, { signal: cancelling.signal });
  while (!server.log.some((request) => request.stage === stage)) await new Promise((resolve) => setTimeout(resolve, 2));
  cancelling.abort();
  return trying;
}
