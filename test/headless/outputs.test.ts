import { join } from 'node:path';
import { type Disk, nodeDisk } from './disk';
import { writeAll } from './outputs';
import { type Bench, createBench } from './testBench';

let bench: Bench;

beforeEach(() => {
  bench = createBench();
  bench.put('flat.png', 'older');
});

afterEach(() => bench.remove());

/** A disk that is full after so many files. */
function fullAfter(files: number): Disk {
  let left = files;
  return {
    ...nodeDisk,
    write(path, content) {
      const isFull = left-- <= 0;
      const isWhole = typeof content === 'string' || content instanceof Uint8Array;
      nodeDisk.write(path, isFull && isWhole ? content.slice(0, 1) : content);
      if (isFull) throw Object.assign(new Error('write'), { code: 'ENOSPC' });
    },
  };
}

const outputs = () => [
  { path: join(bench.folder, 'new', 'deep', 'report.json'), content: '{}' },
  { path: join(bench.folder, 'flat.png'), content: 'newer' },
  { path: join(bench.folder, 'out.psd'), content: Uint8Array.of(1, 2, 3) },
];

it('writes every file, making the folders that lack', () => {
  writeAll(outputs());
  expect(bench.made()).toEqual(['new', 'new/deep', 'new/deep/report.json', 'out.psd']);
  expect(bench.read('flat.png')).toBe('newer');
});

it.each([0, 1, 2])('leaves all as it was when the disk is full after %i files, and says so', (files) => {
  expect(() => writeAll(outputs(), fullAfter(files))).toThrow(/the disk is full; make room on it, then try again\.$/);
  expect(bench.made()).toEqual([]);
  expect(bench.read('flat.png')).toBe('older');
});

it('leaves nothing when the last file cannot come to its place', () => {
  const disk: Disk = {
    ...nodeDisk,
    rename(from, to) {
      if (to.endsWith('.psd')) throw Object.assign(new Error('rename'), { code: 'EACCES' });
      nodeDisk.rename(from, to);
    },
  };
  expect(() => writeAll(outputs(), disk)).toThrow(/out\.psd could not be written: access is denied/);
  expect(bench.made()).toEqual([]);
});
