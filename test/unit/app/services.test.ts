import { readServices } from '../../../src/app/services';
import { defaultSettings, readAddress } from '../../../src/app/settings';
import { spendingOf } from '../../../src/app/spending';
import { catalog } from '../../../src/routing/catalog';
import { createMemorySecrets } from '../../support/memoryHost';

const key = 'sk-0123456789abcdef4f2a';

function read(kept: ReadonlyMap<string, string>, settings = defaultSettings) {
  return readServices(catalog.providers, catalog.models, settings, createMemorySecrets(new Map(kept)));
}

describe('the services of the settings', () => {
  test('know the end of a key, and nothing more of it', async () => {
    const services = await read(new Map([['bfl', key]]));
    expect(services.find(({ id }) => id === 'bfl')).toMatchObject({ key: 'kept', ending: '4f2a' });
    expect(JSON.stringify(services)).not.toContain(key.slice(0, -4));
  });

  test('tell nothing of a short key', async () => {
    const [bfl] = (await read(new Map([['bfl', 'short']]))).filter(({ id }) => id === 'bfl');
    expect(bfl).toMatchObject({ key: 'kept', ending: '' });
  });

  test('miss a key that was entered and is gone', async () => {
    const services = await read(new Map(), { ...defaultSettings, keyed: ['bfl'] });
    expect(services.filter((service) => service.key === 'lost').map(({ id }) => id)).toEqual(['bfl']);
  });

  test('offer the kinds of server that speak alike', async () => {
    const services = await read(new Map());
    const several = services.filter(({ presets }) => presets.length > 0);
    expect(several).toHaveLength(1);
    expect(several[0]?.presets.map(({ id }) => id)).toContain('localai');
  });
});

test.each([
  ['http://127.0.0.1:8188/', 'http://127.0.0.1:8188'],
  [' https://gateway.example/bfl ', 'https://gateway.example/bfl'],
  ['', ''],
  ['studio', undefined],
  ['http://a b', undefined],
])('an address as typed, “%s”, is kept as %s', (typed, kept) => {
  expect(readAddress(typed)).toBe(kept);
});

test('spending is summed by day, month and client', () => {
  const entry = { provider: 'bfl', model: 'flux', basis: 'listed' } as const;
  const entries = [
    { ...entry, at: '2026-11-24T10:00:00.000Z', client: 'Nordal', dollars: 1 },
    { ...entry, at: '2026-11-03T10:00:00.000Z', client: '', dollars: 2, basis: 'possible' as const },
    { ...entry, at: '2026-10-03T10:00:00.000Z', client: 'Nordal', dollars: 4 },
  ];
  const since = { day: '2026-11-24T00:00:00.000Z', month: '2026-11-01T00:00:00.000Z' };
  expect(spendingOf({ kind: 'entries', entries }, 'Nordal', since)).toEqual({
    ledger: 'kept',
    day: 1,
    month: 3,
    client: 5,
    unsure: 2,
  });
});
