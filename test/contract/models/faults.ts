import { isInlayError } from '../../../src/base/errors';
import type { Fault } from '../../servers/faults';
import type { Running } from '../../servers/kit';
import type { Reply } from '../../servers/reply';
import { bombPng } from './bombPng';
import { key, type Served, type ServerOptions } from './served';
import { attempt, begin, type Tried } from './trial';

async function run(served: Served, options: Partial<ServerOptions> = {}, prepare?: (server: Running) => void) {
  const server = await begin((given) => served.start({ ...given, ...options }));
  prepare?.(server);
  return attempt(served, server);
}

function withFault(stage: string, fault: Fault, times?: number) {
  return (server: Running) => server.faults.add(stage, fault, times);
}

/** Requests of the stage that starts work. */
function submissions({ log }: Running): number {
  return log.filter(({ stage }) => stage === 'submit').length;
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

function expectPicture({ end }: Tried): void {
  expect(end).toMatchObject({ images: [{ channels: 3 }] });
}

const replyOf = (reply: Reply): Fault => ({ kind: 'reply', reply });

/** What every service does with every way in which it may go wrong; run for each. */
export function keepsItsHead(served: Served): void {
  const { words } = served;

  it('brings the picture, and complains of nothing', async () => {
    const tried = await run(served);
    expect(tried.error).toBeUndefined();
    expectPicture(tried);
    expect(tried.server.complaints).toEqual([]);
    expect(tried.server.billed).toHaveLength(1);
    expectNoKey(tried);
  });

  it('leaves what it was given as it was', async () => {
    const before = structuredClone(served.call);
    await run(served);
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

  it.each(Object.entries<Reply>({ ...words }))('its own word for %s: nothing is charged', async (code, reply) => {
    const tried = await run(served, {}, withFault('submit', replyOf(reply)));
    expect(tried.end).toBe(`model.${code}`);
    expect(tried.server.billed).toEqual([]);
    expectNoKey(tried);
  });

  it('waits as long as it is asked to, then goes on', async () => {
    const reply = words['rate-limited'];
    if (!reply) return;
    const told = { ...reply, headers: { 'retry-after': '3' } };
    const tried = await run(served, {}, withFault('submit', replyOf(told), 1));
    expectPicture(tried);
    expect(tried.server.billed).toHaveLength(1);
    const [first = 0, second = 0] = tried.server.log.filter(({ stage }) => stage === 'submit').map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(2900 / (served.hurry ?? 100));
  });

  it('is asked again after it said that it cannot, and pays once', async () => {
    const tried = await run(served, {}, withFault('submit', replyOf(words.down), 2));
    expectPicture(tried);
    expect(submissions(tried.server)).toBe(3);
    expect(tried.server.billed).toHaveLength(1);
  });

  it.each<[string, Fault, string]>([
    ['breaks off', { kind: 'reset', when: 'after' }, 'model.uncertain'],
    ['is cut short', { kind: 'truncated', when: 'after' }, 'model.uncertain'],
    ['never comes', { kind: 'hang', when: 'after' }, 'model.uncertain'],
    ['comes too slowly', { kind: 'drip', everyMs: 100, when: 'after' }, 'model.uncertain'],
    ['is a gateway’s page', { kind: 'html', status: 502, when: 'after' }, 'model.uncertain'],
    ['is a page', { kind: 'html', status: 200, when: 'after' }, 'model.uncertain'],
    ['is malformed', { kind: 'malformed', when: 'after' }, 'model.uncertain'],
    ['leads elsewhere', { kind: 'redirect', to: 'http://foreign.example/' }, 'model.uncertain'],
  ])('an answer that %s is never asked for twice', async (_name, fault, code) => {
    const tried = await run(served, {}, withFault('submit', fault));
    expect(tried.end).toBe(code);
    expect(submissions(tried.server)).toBe(1);
    expectNoKey(tried);
  });

  it('an answer that is too large is not read, nor asked for twice', async () => {
    const tried = await run(served, {}, withFault('submit', { kind: 'oversized', bytes: 3_000_000 }));
    expect(['model.unusable-answer', 'model.uncertain']).toContain(tried.end);
    expect(submissions(tried.server)).toBe(1);
  });

  it.each(Object.entries(served.endings))('an edit that ends %s', async (ending, code) => {
    const tried = await run(served, { ending: ending as keyof typeof served.endings });
    expect(tried.end).toBe(code);
    expectNoKey(tried);
  });

  it('hands on a picture of another size as it came', async () => {
    const tried = await run(served, { size: { width: 40, height: 30 } });
    expect(tried.end).toMatchObject({ images: [{ width: 40, height: 30 }] });
  });

  it.each([
    ['damaged', Buffer.from('\x89PNG\r\n\x1a\nnot', 'latin1')],
    ['no picture', Buffer.from('<html></html>')],
    ['empty', Buffer.alloc(0)],
    ['one that would fill the memory', bombPng()],
  ])('a picture within the answer that is %s cannot be used', async (_name, file) => {
    const { carries } = served;
    if (!carries) return;
    const tried = await run(served, {}, withFault('submit', replyOf(carries(file))));
    expect(tried.end).toBe('model.unusable-answer');
    expect(submissions(tried.server)).toBe(1);
  });

  it('ends at once when it is cancelled while the request is under way', async () => {
    const tried = await cancelledAt(served, 'submit');
    expect(tried.end).toBe('cancelled');
  });

  const { stages } = served;
  if (stages.length === 0) return;

  it.each(stages)('cancelled at the stage “%s”, it is told where it can be', async (stage) => {
    const tried = await cancelledAt(served, stage);
    expect(tried.end).toBe('cancelled');
    const stops = tried.server.log.filter((request) => request.stage === 'cancel');
    expect(stops).toHaveLength(served.stop === 'real' && !fetches(stage) ? 1 : 0);
    expectNoKey(tried);
  });

  it.each(
    stages.flatMap((stage) =>
      (
        [
          ['reset', { kind: 'reset' }],
          ['hang', { kind: 'hang' }],
          ['a gateway’s page', { kind: 'html', status: 502 }],
          ['truncated', { kind: 'truncated', when: 'after' }],
          ...(fetches(stage) ? [] : ([['malformed', { kind: 'malformed' }]] as const)),
        ] as const
      ).map(([name, fault]) => [name, stage, fault] as const),
    ),
  )('%s at the stage “%s” is got over, and pays once', async (_name, stage, fault) => {
    const tried = await run(served, {}, withFault(stage, fault, 1));
    expect(tried.error).toBeUndefined();
    expectPicture(tried);
    expect(tried.server.billed).toHaveLength(1);
    expect(submissions(tried.server)).toBe(1);
    expectNoKey(tried);
  });

  it.each(stages)('an outage at the stage “%s” leaves open what was charged', async (stage) => {
    const tried = await run(served, {}, withFault(stage, replyOf(words.down)));
    expect(tried.end).toBe('model.uncertain');
    expect(submissions(tried.server)).toBe(1);
    expectNoKey(tried);
  });

  if (!stages.includes('file')) return;

  it.each<[string, Fault]>([
    ['that has expired', { kind: 'reply', reply: { status: 403, body: '<Error>expired</Error>' } }],
    ['to a page', { kind: 'html', status: 200 }],
    ['to a damaged picture', { kind: 'reply', reply: { status: 200, body: Buffer.from('\x89PNG\r\n\x1a\nnot') } }],
    ['to a picture that would fill the memory', { kind: 'reply', reply: { status: 200, body: bombPng() } }],
    ['that leads to another host', { kind: 'redirect', to: 'http://foreign.example/picture.png' }],
  ])('a link %s cannot be used', async (_name, fault) => {
    const tried = await run(served, {}, withFault('file', fault));
    expect(tried.end).toBe('model.unusable-answer');
    expectNoKey(tried);
  });

  it('goes to no host that is not known', async () => {
    const tried = await run(served, { fileAt: 'https://foreign.example/picture.png' });
    expect(tried.end).toBe('model.unusable-answer');
    expectNoKey(tried);
  });
}

/** At such a stage the work is done, and what comes is a picture. */
function fetches(stage: string): boolean {
  return stage === 'file' || stage === 'view';
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
