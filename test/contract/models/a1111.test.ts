import { startA1111 } from '../../servers/a1111';
import { until } from '../../support/moments';
import { keepsItsHead } from './faults';
import { a1111 } from './services/a1111';
import { answered, attempt, begin } from './trial';

keepsItsHead(a1111);

it('leaves out the sheet that shows all pictures', async () => {
  const call = { ...a1111.call, variants: 3 };
  const { server, end } = await answered({ ...a1111, call }, ({ key }) => startA1111({ key }));
  expect(server.complaints).toEqual([]);
  expect(end).toMatchObject({ images: [{ width: 64 }, { width: 64 }, { width: 64 }] });
});

it('tells how far it is while the work goes on', async () => {
  const server = await begin(({ key }) => startA1111({ key, workMs: 100 }));
  const shares: number[] = [];
  const { end } = await attempt(a1111, server, { onProgress: (share) => shares.push(share) });
  expect(end).toMatchObject({ images: [{ width: 64 }] });
  expect(shares).toContain(0.5);
});

it('interrupts the work when it is cancelled', async () => {
  const server = await begin(({ key }) => startA1111({ key, workMs: 200 }));
  const cancelling = new AbortController();
  const trying = attempt({ ...a1111, hurry: 50 }, server, {
    signal: cancelling.signal,
    onProgress: () => cancelling.abort(),
  });
  expect((await trying).end).toBe('cancelled');
  expect(server.log.filter(({ stage }) => stage === 'cancel')).toHaveLength(1);
});

it('interrupts nobody while it only waits for its turn', async () => {
  const server = await begin(({ key }) => startA1111({ key }));
  server.faults.add('submit', { kind: 'reply', reply: a1111.words.down });
  const cancelling = new AbortController();
  const trying = attempt({ ...a1111, hurry: 1 }, server, { signal: cancelling.signal });
  await until('the request was turned away', () => server.log.some(({ stage }) => stage === 'submit'));
  setTimeout(() => cancelling.abort(), 100);
  expect((await trying).end).toBe('cancelled');
  expect(server.log.map(({ stage }) => stage)).toEqual(['submit']);
});
