import { beginLedger, type LedgerEntry, shortened } from '../../../src/app/ledger';
import { createPurse } from '../../../src/app/purse';
import { defaultSettings } from '../../../src/app/settings';
import { spendingOf } from '../../../src/app/spending';
import { startOfMonth, startOfToday } from '../../../src/base/clock';
import { InlayError } from '../../../src/base/errors';
import type { Payment } from '../../../src/edit/purse';
import { createMemoryStorage } from '../../support/memoryHost';

const caps = { call: 1, day: 2, client: 3 };

function aPurse(settings: object = { caps, client: 'Acme' }, ledger: readonly object[] = []) {
  const storage = createMemoryStorage();
  storage.texts.set('settings.json', JSON.stringify({ settings }));
  if (ledger.length > 0) storage.texts.set('ledger.json', JSON.stringify(ledger));
  const written = () => JSON.parse(storage.texts.get('ledger.json') ?? '[]') as unknown;
  return { purse: createPurse(storage, () => undefined), storage, written };
}

const payment = (dollars: number): Payment => ({ provider: 'bfl', model: 'flux-2-pro', dollars, basis: 'listed' });
const spent = (dollars: number, { at = '2020-01-01T00:00:00.000Z', client = 'Acme' } = {}) => ({
  ...{ at, client, dollars, provider: 'bfl', model: 'flux-2-pro', basis: 'listed' },
});
const over = (cap: string) =>
  expect.objectContaining({ code: 'route.over-cap', details: expect.objectContaining({ cap }) as object }) as Error;

it('writes down what was paid, and for whom', async () => {
  const { purse, written } = aPurse();
  await (await purse.reserve(0.5, undefined)).settle([{ ...payment(0.4), basis: 'said', requestId: 'job-1' }]);
  expect(written()).toMatchObject([{ client: 'Acme', dollars: 0.4, basis: 'said', requestId: 'job-1' }]);
});

it('writes down nothing where nothing was paid, and lets the sum be spent again', async () => {
  const { purse, written } = aPurse({ caps: { day: 1 } });
  await (await purse.reserve(0.9, undefined)).settle([payment(0)]);
  await purse.reserve(0.9, undefined);
  expect(written()).toEqual([]);
});

it('refuses a call that costs more than a call may, or than was said for this one', async () => {
  const { purse } = aPurse();
  await expect(purse.reserve(1.01, undefined)).rejects.toEqual(over('call'));
  await expect(purse.reserve(0.5, 0.4)).rejects.toEqual(over('call'));
  await purse.reserve(1, undefined);
});

it('counts what is under way as spent, so that calls side by side stay within the limit together', async () => {
  const { purse } = aPurse();
  const ended = await Promise.allSettled(Array.from({ length: 5 }, () => purse.reserve(0.9, undefined)));
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
});

it('counts a client’s calls of all days, and a day’s calls of all clients', async () => {
  const today = new Date().toISOString();
  const before = [spent(2.5), spent(1.5, { at: today, client: 'Other' })];
  await expect(aPurse({ caps, client: 'Acme' }, before).purse.reserve(0.6, undefined)).rejects.toEqual(over('day'));
  const { purse } = aPurse({ caps: { client: 3 }, client: 'Acme' }, before);
  await expect(purse.reserve(0.6, undefined)).rejects.toEqual(over('client'));
  await purse.reserve(0.5, undefined);
});

it('says beforehand what it would refuse, once it has looked', async () => {
  const { purse } = aPurse({}, [spent(2.9)]);
  const limits = { ...defaultSettings, caps, client: 'Acme' };
  expect(purse.objection(0.5, undefined, limits)).toBeUndefined();
  await purse.look();
  expect(purse.objection(0.5, undefined, limits)).toEqual(over('client'));
  expect(purse.objection(0, undefined, limits)).toBeUndefined();
  expect(purse.objection(0.05, 0.01, limits)).toEqual(over('call'));
});

describe('a damaged ledger', () => {
  const unknown = expect.objectContaining({ code: 'route.unknown-spending' }) as Error;

  it('lets nothing through that costs, says so beforehand, and stays as it is', async () => {
    const { purse, storage } = aPurse({});
    storage.texts.set('ledger.json', '{');
    await expect(purse.reserve(0.01, undefined)).rejects.toEqual(unknown);
    await purse.reserve(0, undefined);
    expect(purse.objection(0.01, undefined, defaultSettings)).toEqual(unknown);
    expect(purse.objection(0, undefined, defaultSettings)).toBeUndefined();
    expect(storage.texts.get('ledger.json')).toBe('{');
  });

  it('is put aside for a new one', async () => {
    const { purse, storage } = aPurse({});
    storage.texts.set('ledger.json', '{');
    await beginLedger(storage);
    expect(storage.texts.get('ledger-damaged.json')).toBe('{');
    await purse.reserve(0.01, undefined);
  });

  it('that breaks while a call is under way is not overwritten', async () => {
    const { purse, storage } = aPurse({});
    const reserved = await purse.reserve(0.5, undefined);
    storage.texts.set('ledger.json', '[');
    await expect(reserved.settle([payment(0.5)])).rejects.toMatchObject({ code: 'host.storage' });
    expect(storage.texts.get('ledger.json')).toBe('[');
  });
});

describe('a long ledger', () => {
  const month = '2026-11-01T00:00:00.000Z';
  const today = '2026-11-24T00:00:00.000Z';
  const entry = (at: string, dollars: number, client = 'Acme'): LedgerEntry => ({
    ...spent(dollars, { at, client }),
    basis: 'listed',
  });

  it('keeps the sums of the oldest entries, those of today one by one', () => {
    const old = [
      entry('2026-09-01T09:00:00.000Z', 1),
      entry('2026-10-01T09:00:00.000Z', 2),
      entry('2026-11-02T09:00:00.000Z', 4),
      entry('2026-11-03T09:00:00.000Z', 8, 'Other'),
      entry('2026-11-24T09:00:00.000Z', 16),
    ];
    const recent = Array.from({ length: 5000 }, () => entry('2026-11-24T10:00:00.000Z', 0.001));
    const kept = shortened([...old, ...recent], today, month);
    expect(kept.slice(0, -5000).map(({ dollars }) => dollars)).toEqual([3, 4, 8, 16]);
    for (const client of ['Acme', 'Other']) {
      const sums = [kept, [...old, ...recent]].map((entries) =>
        spendingOf({ kind: 'entries', entries }, client, { day: today, month }),
      );
      expect(sums[0]).toEqual(sums[1]);
    }
  });

  it('that is short stays as it is', () => {
    const entries = [entry('2026-09-01T09:00:00.000Z', 1), entry('2026-10-01T09:00:00.000Z', 2)];
    expect(shortened(entries, today, month)).toEqual(entries);
  });
});

it('counts the day where the retoucher is', () => {
  const local = new Date();
  expect(new Date(startOfToday()).getHours()).toBe(0);
  expect(new Date(startOfToday()).getDate()).toBe(local.getDate());
  expect(new Date(startOfMonth()).getDate()).toBe(1);
});

it('keeps in mind what cannot be written: it counts, and is written with what comes next', async () => {
  const { purse, storage, written } = aPurse({ caps: { day: 1 } });
  const first = await purse.reserve(0.6, undefined);
  const { write } = storage;
  const full = new InlayError('host.disk-full', { doing: 'write' });
  storage.write = () => Promise.reject(full);
  await expect(first.settle([payment(0.6)])).rejects.toBe(full);
  await expect(purse.reserve(0.5, undefined)).rejects.toEqual(over('day'));
  storage.write = write;
  await (await purse.reserve(0.3, undefined)).settle([payment(0.3)]);
  expect(written()).toMatchObject([{ dollars: 0.6 }, { dollars: 0.3 }]);
});
