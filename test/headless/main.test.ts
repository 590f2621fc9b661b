import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/root';
import { asPsb } from '../photoshop/fixtures/parts';
import { type Bench, createBench, noiseDocument, psdOf } from './testBench';

// whole edits, on machines that are busy
jest.setTimeout(60_000);

let bench: Bench;

beforeAll(() => {
  bench = createBench();
  bench.put('in.psd', psdOf(noiseDocument(48, 40)));
});

afterAll(() => bench.remove());

/** The command in a process of its own, called from the bench's folder. */
function headless(...args: readonly string[]) {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'test/headless/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: bench.folder },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const args = ['edit', '--document', 'in.psd', '--selection', '10,10,20,22', '--operation', 'remove', '--seed', '1'];

it('ends with 0, silently, when the layer stands in the file; paths count from where it was called', () => {
  expect(headless(...args, '--out', 'sub/out.psd')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(bench.made()).toEqual(['sub', 'sub/out.psd']);
});

it('writes a PSB as a PSB, and says so where it is named as a PSD', () => {
  bench.put('in.psb', psdOf(asPsb(noiseDocument(48, 40))));
  const asked = [...args, '--document', 'in.psb'];
  expect(headless(...asked, '--out', 'out.psb')).toEqual({ status: 0, stdout: '', stderr: '' });
  const told = headless(...asked, '--out', 'named.psd');
  expect(told).toMatchObject({ status: 0, stdout: '', stderr: expect.stringMatching(/named\.psd is a PSB/) as string });
  for (const name of ['out.psb', 'named.psd']) expect(bench.bytes(name)[5]).toBe(2);
});

it('ends otherwise with one line on standard error and nothing else', () => {
  const refused = headless(...args, '--out', 'out.psd', '--selection', '11,11,12,12');
  expect(refused).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(/^[^\n]+\n$/) as string });
  expect(headless('paint')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^There is no command “paint”[^\n]+\n$/) as string,
  });
  expect(existsSync(join(bench.folder, 'out.psd'))).toBe(false);
});

// a device that is always full, on Linux
if (existsSync('/dev/full')) {
  it('says that the disk is full', () => {
    const full = headless(...args, '--out', 'whole.psd', '--flat', '/dev/full');
    expect(full).toMatchObject({
      status: 1,
      stdout: '',
      stderr: '/dev/full could not be written: the disk is full; make room on it, then try again.\n',
    });
    expect(existsSync(join(bench.folder, 'whole.psd'))).toBe(false);
  });
}
