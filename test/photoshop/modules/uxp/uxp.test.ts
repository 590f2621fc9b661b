import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeFiles } from '../../node/nodeFiles';
import { aPhotoshop } from '../support/builders';
import type { FileEntry } from './entryTypes';
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

describe('entry points', () => {
  it('of a command are run, in both forms', async () => {
    const { uxp, control } = aPhotoshop();
    uxp.entrypoints.setup({ commands: { repeat: { run: () => 'again' } } });
    expect(await control.entrypoints.runCommand('repeat')).toBe('again');
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
});
