import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import makeConfig from '../../webpack.config.js';
import { isBuilt } from '../build/inputs';
import { packFolder } from '../build/pack';
import { distFolder } from '../build/root';
import { lintBundle } from './lint/bundle';
import { lintManifest } from './lint/manifest';
import { lintPage, remarksOnPage } from './lint/page';
import { lintStyles } from './lint/styles';

const read = (name: string) => readFileSync(join(distFolder, name));
const text = (name: string) => read(name).toString();

beforeAll(() => {
  if (!isBuilt()) throw new Error('dist/ is missing or older than its sources: npm run build');
});

it('holds only what runs in UXP', () => expect(lintBundle(text('index.js'))).toEqual([]));

it('stays below its size limit', () => {
  const { performance } = makeConfig({}, { mode: 'production' });
  expect(statSync(join(distFolder, 'index.js')).size).toBeLessThanOrEqual(performance.maxAssetSize);
});

it('keeps the name by which a recorded Action calls', () => {
  expect(text('index.js').includes('inlayEdit')).toBe(true);
});

it('has a page and styles that UXP shows', () => {
  const { featureFlags } = JSON.parse(text('manifest.json')) as { featureFlags: { CSSNextSupport: string[] } };
  const sheets = readdirSync(distFolder).filter((name) => name.endsWith('.css'));
  expect(sheets.flatMap((name) => lintStyles(text(name), featureFlags.CSSNextSupport))).toEqual([]);
  expect([...lintPage(text('index.html')), ...remarksOnPage(text('index.html'))]).toEqual([]);
});

it('brings every file that its page and styles name', () => {
  const named = [
    ...text('index.html').matchAll(/(?:src|href)="([^"]+)"/g),
    ...text('panel.css').matchAll(/url\(["']?([^)"']+)["']?\)/g),
  ].map(([, name = '']) => name);
  expect(named.filter((name) => !existsSync(join(distFolder, name)))).toEqual([]);
});

it('has a manifest that loads, with its icons', () => {
  const readFile = (path: string) => (existsSync(join(distFolder, path)) ? read(path) : undefined);
  expect(lintManifest(read('manifest.json'), readFile)).toEqual([]);
});

it('packs the licenses of what it contains, and no source map', () => {
  const archive = Buffer.from(packFolder(distFolder)).toString('latin1');
  expect(archive).toContain('index.js.LICENSE.txt');
  expect(archive).not.toContain('.map');
});
