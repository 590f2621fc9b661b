import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { packFolder } from './pack';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'));
  mkdirSync(join(folder, 'icons'));
  for (const name of ['manifest.json', 'index.js', 'index.js.map', '.inputs', 'icons/panel@1x.png']) {
    writeFileSync(join(folder, name), name);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

it('packs what Photoshop needs under plain names, and nothing else', () => {
  const entries = unzipSync(packFolder(folder));
  expect(Object.keys(entries)).toEqual(['icons/panel@1x.png', 'index.js', 'manifest.json']);
  expect(strFromU8(entries['manifest.json'] ?? new Uint8Array())).toBe('manifest.json');
});

it('gives every entry the mode of an ordinary file', () => {
  const archive = Buffer.from(packFolder(folder));
  const entry = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  expect(archive[entry + 5]).toBe(3);
  expect(archive.readUInt32LE(entry + 38) >>> 16).toBe(0o100644);
});

it('gives the same bytes at another time and in another time zone', () => {
  const first = packFolder(folder);
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Auckland';
  for (const name of ['manifest.json', 'index.js']) writeFileSync(join(folder, name), name);
  const second = packFolder(folder);
  process.env['TZ'] = zone ?? 'UTC';
  expect(Buffer.compare(first, second)).toBe(0);
});
