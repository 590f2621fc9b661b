import { canvasMembers } from '../globals';
import { aPhotoshop } from '../modules/support/builders';
import { EntryPointsError } from '../modules/uxp/entrypoints';
import { contextAfter, valueOf } from '../node/support/contextAfter';
import { lintedManifest, lintedMarkup, lintedScripts, lintedStyles } from './linted';
import { fetchRows } from './network';
import { forEvery, outcomeOf, refused, type Stand } from './proofs';
import type { Part } from './row';

const absent = [
  ...['Worker', 'TextEncoder', 'TextDecoder', 'structuredClone', 'queueMicrotask', 'MutationObserver', 'matchMedia'],
  ...['indexedDB', 'FileReader', 'File', 'EventSource', 'OffscreenCanvas', 'createImageBitmap', 'ImageData'],
  ...['DOMParser', 'CSSStyleSheet', 'CompressionStream', 'Buffer', 'process', 'WebAssembly', 'global', 'setImmediate'],
];

const data = (stand: Stand) => stand.uxp.storage.localFileSystem.getDataFolder();
const file = async (stand: Stand) => (await data(stand)).createFile('a');

/** What a script has around it: network, modules, names, entry points, storage, and what is checked before it runs. */
export const runtimePart: Part = {
  number: '11.4',
  length: 23,
  rows: [
    { number: '11.4.1', ...fetchRows.origins },
    { number: '11.4.2', ...fetchRows.signal },
    { number: '11.4.3', ...fetchRows.abort },
    { number: '11.4.4', ...fetchRows.forms },
    {
      number: '11.4.5',
      platform: 'Only modules that the platform has are required',
      breaks: ['require.module'],
      proofs: {
        'those of Node that it lacks': () => {
          const stand = aPhotoshop();
          const lacking = ['shell', 'http', 'https', 'url', 'util', 'crypto', 'stream', 'zlib'];
          for (const name of lacking) expect(() => stand.require(name)).toThrow('Cannot find module');
          expect(stand.rulesBroken()).toEqual(lacking.map(() => 'require.module'));
        },
        'those that it has': () => {
          const stand = aPhotoshop();
          for (const name of ['photoshop', 'uxp', 'fs', 'os', 'path', 'process'])
            expect(stand.require(name)).toBeDefined();
          expect(stand.control.refusals).toEqual([]);
        },
      },
    },
    { number: '11.4.6', ...fetchRows.body },
    { number: '11.4.7', ...fetchRows.stream },
    { number: '11.4.8', ...fetchRows.timeout },
    { number: '11.4.9', ...fetchRows.redirect },
    { number: '11.4.10', ...fetchRows.headers },
    {
      number: '11.4.11',
      platform: 'Names of browsers and of Node that the platform lacks are undefined',
      proofs: {
        'all of them are asked for, and noted': () => {
          const { globals, probes } = contextAfter(
            `globalThis.types = [${absent.map((name) => `typeof ${name}`).join()}];`,
          );
          expect(globals['types']).toEqual(absent.map(() => 'undefined'));
          expect(probes).toEqual(absent);
        },
        'crypto has no subtle': () => {
          expect(valueOf('typeof crypto.subtle')).toBe('undefined');
        },
      },
    },
    {
      number: '11.4.12',
      platform: 'No code is made from strings',
      proofs: Object.fromEntries(
        ['eval("1")', 'new Function("")', 'Function("return 1")'].map((code) => [
          code,
          () => {
            expect(() => contextAfter(code)).toThrow(EvalError);
          },
        ]),
      ),
    },
    {
      number: '11.4.13',
      platform: 'Module scripts and dynamic imports fail',
      proofs: {
        ...Object.fromEntries(
          ['export const a = 1;', 'import a from "./a.js";'].map((code) => [
            code,
            () => {
              expect(() => contextAfter(code)).toThrow(SyntaxError);
            },
          ]),
        ),
        ...lintedScripts,
      },
    },
    {
      number: '11.4.14',
      platform: 'A canvas draws shapes and nothing else',
      proofs: {
        'it has what is documented, and no more': () => {
          const type = (name: string) => `typeof document.createElement('canvas').getContext('2d').${name}`;
          const lacking = ['drawImage', 'getImageData', 'putImageData', 'fillText', 'translate', 'clip', 'setLineDash'];
          expect(lacking.map((name) => valueOf(type(name)))).toEqual(lacking.map(() => 'undefined'));
          expect(canvasMembers.filter((name) => valueOf(type(name)) === 'undefined')).toEqual([]);
        },
        'it makes no file, and no picture of another kind': () => {
          const made = (what: string) => valueOf(`document.createElement('canvas').${what}`);
          expect([made('toDataURL'), made('toBlob'), made('getContext("webgl")')]).toEqual([
            undefined,
            undefined,
            null,
          ]);
        },
      },
    },
    {
      number: '11.4.15',
      platform: 'Entry points are set up once, at once, and as the manifest declares them',
      breaks: ['entrypoints.setup'],
      proofs: {
        twice: setUp(EntryPointsError, ({ uxp }) => {
          uxp.entrypoints.setup({});
          uxp.entrypoints.setup({});
        }),
        'long after the script': setUp(TypeError, ({ uxp, control }) => {
          control.entrypoints.bundleBegins();
          control.entrypoints.bundleEnds();
          control.skip(21);
          uxp.entrypoints.setup({});
        }),
        'a panel that the manifest does not know': setUp(EntryPointsError, ({ uxp }) => {
          uxp.entrypoints.setup({ panels: { other: {} } });
        }),
        'a plugin without create': setUp(EntryPointsError, ({ uxp }) => {
          uxp.entrypoints.setup({ plugin: { destroy: () => undefined } });
        }),
      },
    },
    {
      number: '11.4.16',
      platform: 'A lifecycle method that takes longer than 300 ms is given up',
      breaks: ['entrypoints.slow'],
      proofs: {
        'one never ends': async () => {
          const { uxp, control, rulesBroken } = aPhotoshop();
          uxp.entrypoints.setup({ panels: { main: { create: () => new Promise(() => undefined) } } });
          const created = control.entrypoints.createPanel('main', {});
          control.skip(301);
          await created;
          expect(rulesBroken()).toEqual(['entrypoints.slow']);
        },
      },
    },
    {
      number: '11.4.17',
      platform: 'show may come once or never, hide never',
      habits: ['panelEvents'],
      proofs: forEvery('panelEvents', async (panelEvents) => {
        const { uxp, control } = aPhotoshop({ switches: { panelEvents } });
        const calls: string[] = [];
        const main = { show: () => calls.push('show'), hide: () => calls.push('hide') };
        uxp.entrypoints.setup({ panels: { main } });
        await control.entrypoints.createPanel('main', {});
        await control.entrypoints.showPanel('main', {});
        await control.entrypoints.hidePanel('main', {});
        await control.entrypoints.showPanel('main', {});
        expect(calls).toEqual({ showOnce: ['show'], all: ['show', 'hide', 'show'], none: [] }[panelEvents]);
      }),
    },
    {
      number: '11.4.18',
      platform: 'An empty secret is refused; others come back as bytes, or are lost; what is not there, in three ways',
      breaks: ['secure.empty'],
      habits: ['secureStorage', 'secureMissing', 'secureRemove'],
      proofs: {
        'an empty one': refused('secure.empty', ({ uxp }) => uxp.storage.secureStorage.setItem('key', '')),
        ...forEvery('secureStorage', async (secureStorage) => {
          const first = aPhotoshop();
          await first.uxp.storage.secureStorage.setItem('key', 'grün');
          const second = aPhotoshop({ kept: first.kept, switches: { secureStorage } });
          const bytes = new Uint8Array([103, 114, 195, 188, 110]);
          expect(await second.uxp.storage.secureStorage.getItem('key')).toEqual(
            secureStorage === 'kept' ? bytes : undefined,
          );
        }),
        ...forEvery('secureMissing', async (secureMissing) => {
          const { uxp } = aPhotoshop({ switches: { secureMissing } });
          const expected = { undefined: undefined, null: null, empty: new Uint8Array() };
          expect(await uxp.storage.secureStorage.getItem('key')).toEqual(expected[secureMissing]);
        }),
        ...forEvery('secureRemove', async (secureRemove) => {
          const { secureStorage } = aPhotoshop({ switches: { secureRemove } }).uxp.storage;
          const outcomes = await Promise.all([secureStorage.removeItem('key'), secureStorage.clear()].map(outcomeOf));
          expect(outcomes).toEqual(Array(2).fill(secureRemove === 'rejects' ? 'rejected' : 'resolved'));
        }),
      },
    },
    {
      number: '11.4.19',
      platform: 'Nothing is written into the plugin or into a file that was opened for reading',
      breaks: ['files.read-only'],
      proofs: {
        'the plugin': refused(
          'files.read-only',
          async ({ uxp }) => (await uxp.storage.localFileSystem.getPluginFolder()).createFile('a'),
          { name: 'PermissionDeniedError' },
        ),
        'a file that was opened': refused(
          'files.read-only',
          async ({ uxp, control }) => {
            control.pickers.saving.push('/a.txt');
            control.pickers.opening.push(['/a.txt']);
            await (await uxp.storage.localFileSystem.getFileForSaving('a.txt'))?.write('x');
            const opened = await uxp.storage.localFileSystem.getFileForOpening();
            if (opened && !Array.isArray(opened)) await opened.write('y');
          },
          { name: 'FileIsReadOnlyError' },
        ),
      },
    },
    {
      number: '11.4.20',
      platform: 'A format that does not fit, a forbidden name and an existing one have error classes of their own',
      breaks: ['files.format', 'files.name'],
      proofs: {
        'bytes as text': refused('files.format', async (stand) => (await file(stand)).write(new ArrayBuffer(2)), {
          name: 'DataFileFormatMismatchError',
        }),
        'text as bytes': refused(
          'files.format',
          async (stand) => (await file(stand)).write('x', { format: stand.uxp.storage.formats.binary }),
          { name: 'DataFileFormatMismatchError' },
        ),
        'a typed array as bytes': refused(
          'files.format',
          async (stand) => (await file(stand)).write(new Uint8Array(2), { format: stand.uxp.storage.formats.binary }),
          { name: 'DataFileFormatMismatchError' },
        ),
        'an unknown format': refused('files.format', async (stand) => (await file(stand)).read({ format: 'utf8' }), {
          name: 'InvalidFileFormatError',
        }),
        'a name with a slash': refused('files.name', async (stand) => (await data(stand)).createFile('a/b'), {
          name: 'InvalidFileNameError',
        }),
        'an empty name': refused('files.name', async (stand) => (await data(stand)).createFile(''), {
          name: 'InvalidFileNameError',
        }),
        'a name that is there': async () => {
          const stand = aPhotoshop();
          await (await file(stand)).write('x');
          const again = file(stand);
          await expect(again).rejects.toBeInstanceOf(stand.uxp.storage.errors.EntryExistsError);
          expect(stand.control.refusals).toEqual([]);
        },
      },
    },
    {
      number: '11.4.21',
      platform: 'A token of another session, or a path in place of an entry, is refused',
      breaks: ['files.token', 'call.argument'],
      proofs: {
        'a token': async () => {
          const first = aPhotoshop();
          const token = first.uxp.storage.localFileSystem.createSessionToken(await file(first));
          const second = aPhotoshop({ kept: first.kept, seed: 2 });
          expect(() => second.uxp.storage.localFileSystem.getEntryForSessionToken(token)).toThrow(ReferenceError);
          expect(second.rulesBroken()).toEqual(['files.token']);
        },
        'a path': refused('call.argument', ({ app }) => app.open('/a.psd'), { name: 'EntryIsNotAnEntryError' }),
      },
    },
    {
      number: '11.4.22',
      platform: 'Style sheets and markup that the platform does not draw are found before they are shipped',
      proofs: { ...lintedStyles, ...lintedMarkup },
    },
    {
      number: '11.4.23',
      platform:
        'A manifest that the platform does not take, or takes otherwise than meant, is found before it is shipped',
      proofs: lintedManifest,
    },
  ],
};

function setUp(error: new (message: string) => Error, call: (stand: Stand) => void) {
  return () => {
    const stand = aPhotoshop();
    expect(() => {
      call(stand);
    }).toThrow(error);
    expect(stand.rulesBroken()).toEqual(['entrypoints.setup']);
  };
}
