import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeFiles } from '../../node/nodeFiles';
import type { Rule } from '../rules';
import { aPhotoshop } from '../support/builders';
import type { FileEntry } from './entryTypes';
import { EntryPointsError } from './entrypoints';
import { createMemoryFiles } from './memoryFiles';

type Stand = ReturnType<typeof aPhotoshop>;

const places = [
  ['memory', () => ({ files: createMemoryFiles(), root: '/root', end: () => undefined })],
  [
    'the disk',
    () => {
      const root = mkdtempSync(join(tmpdir(), 'stand-in-'));
      return { files: createNodeFiles(), root, end: () => rmSync(root, { recursive: true }) };
    },
  ],
] as const;

describe.each(places)('files in %s', (_, open) => {
  let place: ReturnType<typeof open>;
  let stand: Stand;
  beforeEach(() => {
    place = open();
    const { root, files } = place;
    const folders = { data: `${root}/data`, temporary: `${root}/temp`, plugin: `${root}/plugin` };
    stand = aPhotoshop({ files, folders });
  });
  afterEach(() => place.end());

  it('are written and read as text and as bytes', async () => {
    const { localFileSystem, formats } = stand.uxp.storage;
    const folder = await localFileSystem.getDataFolder();
    const file = await folder.createFile('a.txt', { overwrite: true });
    await expect(folder.getEntry('a.txt')).rejects.toThrow('Could not find');
    await file.write('grün', { format: formats.utf8 });
    expect(await file.read({ format: formats.utf8 })).toBe('grün');
    await file.write('!', { append: true });
    expect(new Uint8Array((await file.read({ format: formats.binary })) as ArrayBuffer)).toHaveLength(6);
    await file.write(new Uint8Array([1, 2]).buffer, { format: formats.binary });
    expect((await file.getMetadata()).size).toBe(2);
    expect((await folder.getEntries()).map(({ name }) => name)).toEqual(['a.txt']);
    await file.delete();
    expect(await folder.getEntries()).toEqual([]);
    expect(stand.control.refusals).toEqual([]);
  });

  it('are renamed over each other, copied and moved', async () => {
    const { localFileSystem, errors } = stand.uxp.storage;
    const folder = await localFileSystem.getDataFolder();
    const old = await folder.createFile('old');
    await old.write('old');
    const fresh = await folder.createFile('fresh');
    await fresh.write('fresh');
    await expect(folder.renameEntry(fresh, 'old')).rejects.toBeInstanceOf(errors.EntryExistsError);
    await folder.renameEntry(fresh, 'old', { overwrite: true });
    expect(await ((await folder.getEntry('old')) as FileEntry).read()).toBe('fresh');
    const inner = await folder.createFolder('inner');
    await expect(folder.createFolder('inner')).rejects.toBeInstanceOf(errors.EntryExistsError);
    await old.copyTo(inner);
    await expect(old.copyTo(inner)).rejects.toBeInstanceOf(errors.EntryExistsError);
    await old.moveTo(inner, { newName: 'moved' });
    expect((await inner.getEntries()).map(({ name }) => name)).toEqual(['moved', 'old']);
    expect(old.name).toBe('moved');
    expect(stand.control.refusals).toEqual([]);
  });

  it('are not written when the disk is full, which is an ordinary answer', async () => {
    const { localFileSystem, errors } = stand.uxp.storage;
    const folder = await localFileSystem.getDataFolder();
    const file = await folder.createFile('a');
    stand.control.fillDisk(true);
    await expect(file.write('x')).rejects.toBeInstanceOf(errors.OutOfSpaceError);
    stand.control.fillDisk(false);
    await file.write('x');
    expect(stand.control.refusals).toEqual([]);
  });
});

describe('pickers', () => {
  it.each([
    ['null', null],
    ['empty', undefined],
  ] as const)('that are cancelled give %s', async (cancelledPicker, expected) => {
    const { uxp } = aPhotoshop({ switches: { cancelledPicker } });
    const { localFileSystem } = uxp.storage;
    expect(await localFileSystem.getFileForOpening({ types: ['png'] })).toBe(expected);
    expect(await localFileSystem.getFileForSaving('a.png', { types: ['png'] })).toBe(expected);
    expect(await localFileSystem.getFolder()).toBe(expected);
  });

  it('give what the user chose, to read only where it was opened', async () => {
    const { uxp, control, rulesBroken } = aPhotoshop();
    const { localFileSystem } = uxp.storage;
    control.pickers.saving.push('/a.txt');
    control.pickers.opening.push(['/a.txt']);
    const saved = await localFileSystem.getFileForSaving('a.txt');
    await saved?.write('x');
    const opened = (await localFileSystem.getFileForOpening()) as FileEntry;
    expect(await opened.read()).toBe('x');
    await expect(opened.write('y')).rejects.toThrow('read only');
    expect(rulesBroken()).toEqual(['files.read-only']);
  });
});

describe('tokens', () => {
  it('stand for entries, those of a session only in it', async () => {
    const first = aPhotoshop();
    const { localFileSystem } = first.uxp.storage;
    const file = await (await localFileSystem.getDataFolder()).createFile('a');
    await file.write('x');
    const token = localFileSystem.createSessionToken(file);
    expect(localFileSystem.getEntryForSessionToken(token).nativePath).toBe(file.nativePath);
    const persistent = await localFileSystem.createPersistentToken(file);
    const second = aPhotoshop({ kept: first.kept, seed: 2 });
    const later = second.uxp.storage.localFileSystem;
    expect((await later.getEntryForPersistentToken(persistent)).name).toBe('a');
    await expect(later.getEntryForPersistentToken('x')).rejects.toBeInstanceOf(ReferenceError);
    expect(second.control.refusals).toEqual([]);
    expect(() => later.getEntryForSessionToken(token)).toThrow(ReferenceError);
    expect(second.rulesBroken()).toEqual(['files.token']);
  });
});

describe('storage refuses', () => {
  const data = (stand: Stand) => stand.uxp.storage.localFileSystem.getDataFolder();
  const rows: readonly (readonly [string, Rule, string, (stand: Stand) => Promise<unknown>])[] = [
    ['to write into the plugin', 'files.read-only', 'PermissionDeniedError', async ({ uxp }) => (await uxp.storage.localFileSystem.getPluginFolder()).createFile('a')],
    ['a name with a slash', 'files.name', 'InvalidFileNameError', async (stand) => (await data(stand)).createFile('a/b')],
    ['an empty name', 'files.name', 'InvalidFileNameError', async (stand) => (await data(stand)).createFile('')],
    ['bytes as text', 'files.format', 'DataFileFormatMismatchError', async (stand) => (await (await data(stand)).createFile('a')).write(new ArrayBuffer(2))],
    ['text as bytes', 'files.format', 'DataFileFormatMismatchError', async (stand) => (await (await data(stand)).createFile('a')).write('x', { format: stand.uxp.storage.formats.binary })],
    ['a typed array as bytes', 'files.format', 'DataFileFormatMismatchError', async (stand) => (await (await data(stand)).createFile('a')).write(new Uint8Array(2), { format: stand.uxp.storage.formats.binary })],
    ['an unknown format', 'files.format', 'InvalidFileFormatError', async (stand) => (await (await data(stand)).createFile('a')).read({ format: 'utf8' })],
    ['a path for an entry', 'call.argument', 'EntryIsNotAnEntryError', ({ app }) => app.open('/a.psd')],
    ['an empty secret', 'secure.empty', 'Error', ({ uxp }) => uxp.storage.secureStorage.setItem('key', '')],
    ['a link without permission', 'shell.permission', 'Error', ({ uxp }) => uxp.shell.openExternal('file:///a')],
    ['a path without permission', 'shell.permission', 'Error', ({ uxp }) => uxp.shell.openPath('/a.png')],
    ['a member that it does not have', 'member.absent', 'Error', ({ uxp }) => Promise.reject(new Error(String(Reflect.get(uxp, 'xmp'))))],
  ]; // prettier-ignore

  it.each(rows)('%s', async (_, rule, name, call) => {
    const stand = aPhotoshop();
    await expect(stand.modal(() => call(stand))).rejects.toMatchObject({ name });
    expect(stand.rulesBroken()).toEqual([rule]);
  });
});

describe('secureStorage', () => {
  it('keeps bytes over sessions, unless it loses them', async () => {
    const first = aPhotoshop();
    await first.uxp.storage.secureStorage.setItem('key', 'grün');
    const second = aPhotoshop({ kept: first.kept });
    expect(await second.uxp.storage.secureStorage.getItem('key')).toEqual(new Uint8Array([103, 114, 195, 188, 110]));
    const third = aPhotoshop({ kept: first.kept, switches: { secureStorage: 'lost' } });
    expect(await third.uxp.storage.secureStorage.getItem('key')).toBeUndefined();
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['empty', new Uint8Array()],
  ] as const)('gives %s for what is not there', async (secureMissing, expected) => {
    const { uxp } = aPhotoshop({ switches: { secureMissing } });
    expect(await uxp.storage.secureStorage.getItem('key')).toEqual(expected);
  });

  it.each(['rejects', 'resolves'] as const)('%s when there is nothing to remove', async (secureRemove) => {
    const { secureStorage } = aPhotoshop({ switches: { secureRemove } }).uxp.storage;
    const removed = [secureStorage.removeItem('key'), secureStorage.clear()];
    const outcomes = await Promise.allSettled(removed);
    expect(outcomes.map(({ status }) => status)).toEqual(
      Array(2).fill(secureRemove === 'rejects' ? 'rejected' : 'fulfilled'),
    );
  });
});

describe('entry points', () => {
  const panels = (calls: string[]) => ({
    main: { create: () => calls.push('create'), show: () => calls.push('show'), hide: () => calls.push('hide') },
  });

  it.each([
    ['showOnce', ['create', 'show']],
    ['all', ['create', 'show', 'hide', 'show']],
    ['none', ['create']],
  ] as const)('of a panel are called: %s', async (panelEvents, expected) => {
    const { uxp, control } = aPhotoshop({ switches: { panelEvents } });
    const calls: string[] = [];
    uxp.entrypoints.setup({ panels: panels(calls) });
    await control.entrypoints.createPanel('main', {});
    await control.entrypoints.showPanel('main', {});
    await control.entrypoints.hidePanel('main', {});
    await control.entrypoints.showPanel('main', {});
    expect(calls).toEqual(expected);
  });

  it('of a command are run, in both forms', async () => {
    const { uxp, control } = aPhotoshop();
    uxp.entrypoints.setup({ commands: { repeat: { run: () => 'again' } } });
    expect(await control.entrypoints.runCommand('repeat')).toBe('again');
  });

  it.each([
    ['a second setup', (stand: Stand) => stand.uxp.entrypoints.setup({})],
    [
      'a panel that the manifest does not know',
      (stand: Stand) => stand.uxp.entrypoints.setup({ panels: { other: {} } }),
    ],
    [
      'a plugin without create',
      (stand: Stand) => stand.uxp.entrypoints.setup({ plugin: { destroy: () => undefined } }),
    ],
  ])('refuse %s', (what, setup) => {
    const stand = aPhotoshop();
    if (what === 'a second setup') stand.uxp.entrypoints.setup({});
    expect(() => setup(stand)).toThrow(EntryPointsError);
    expect(stand.rulesBroken()).toEqual(['entrypoints.setup']);
  });

  it('refuse a setup that comes long after the script', () => {
    const { uxp, control, rulesBroken } = aPhotoshop();
    control.entrypoints.bundleBegins();
    control.entrypoints.bundleEnds();
    control.skip(50);
    expect(() => uxp.entrypoints.setup({})).toThrow("reading '_isSet'");
    expect(rulesBroken()).toEqual(['entrypoints.setup']);
  });

  it('count a lifecycle method that takes longer than 300 ms', async () => {
    const { uxp, control, rulesBroken } = aPhotoshop();
    uxp.entrypoints.setup({ panels: { main: { create: () => new Promise(() => undefined) } } });
    const created = control.entrypoints.createPanel('main', {});
    control.skip(301);
    await created;
    expect(rulesBroken()).toEqual(['entrypoints.slow']);
  });
});

describe('the rest of uxp', () => {
  it('tells versions, and opens links that the manifest allows', async () => {
    const { uxp, control } = aPhotoshop();
    expect(uxp.host).toMatchObject({ name: 'Photoshop', version: '27.4.0', uiLocale: 'en_US' });
    expect(uxp.versions.plugin).toBe('1.0.0');
    await uxp.shell.openExternal('https://example.com');
    expect(control.openedAddresses).toEqual(['https://example.com']);
  });

  it('requires what the platform has, and nothing of Node', () => {
    const stand = aPhotoshop();
    expect(stand.require('uxp')).toBe(stand.uxp);
    expect(stand.require('os')).toBeDefined();
    for (const name of ['shell', 'http', 'https', 'url', 'util', 'crypto', 'stream', 'zlib']) {
      expect(() => stand.require(name)).toThrow('Cannot find module');
    }
    expect(stand.rulesBroken()).toEqual(Array(8).fill('require.module'));
  });
});
