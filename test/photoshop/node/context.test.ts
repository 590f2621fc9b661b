import { createContext, createSeparateContext } from './context';
import { contextAfter, valueOf } from './support/contextAfter';

describe('names in reach', () => {
  it('hides everything of Node and everything that UXP lacks', () => {
    const ofNode = ['process', 'Buffer', 'global', 'setImmediate'];
    const ofBrowsers = [
      ...['structuredClone', 'queueMicrotask', 'TextEncoder', 'TextDecoder', 'Worker', 'SharedWorker', 'WebAssembly'],
      ...['MutationObserver', 'matchMedia', 'indexedDB', 'FileReader', 'File', 'EventSource', 'OffscreenCanvas'],
      ...['createImageBitmap', 'ImageData', 'DOMParser', 'CSSStyleSheet', 'CompressionStream', 'DecompressionStream'],
    ];
    const absent = [...ofNode, ...ofBrowsers];
    expect(valueOf(`[${absent.map((name) => `typeof ${name}`).join()}]`)).toEqual(absent.map(() => 'undefined'));
  });

  it('notes each absent name that was asked for, also by way of window and `in`', () => {
    const { probes } = contextAfter(`typeof Buffer; window.Worker; 'caches' in self; typeof Buffer; crypto.subtle;`);
    expect(probes).toEqual(['Buffer', 'Worker', 'caches', 'crypto.subtle']);
  });

  it('offers the language, the document and what the host supplies', () => {
    const options = { globals: { ImageBlob: class ImageBlob {} } };
    const names = ['Map', 'Uint8Array', 'document', 'fetch', 'ImageBlob', 'localStorage', 'AbortController'];
    const { probes } = contextAfter(`[${names.join()}].forEach((one) => { if (!one) throw one; })`, options);
    expect(probes).toEqual([]);
  });

  it('refuses to offer what UXP has not', () => {
    expect(() => createContext({ bundle: '', modules: {}, globals: { Worker: class {} } })).toThrow('Worker');
  });

  it('lets a script set globals of its own, and complains of an assignment to none', () => {
    expect(contextAfter('globalThis.inlayEdit = () => 7; window.x = inlayEdit();').globals['x']).toBe(7);
    expect(() => contextAfter('"use strict"; undeclared = 1;')).toThrow(ReferenceError);
  });

  it('shares the caller`s classes, so that arrays and errors can be passed', () => {
    expect(valueOf('new Uint16Array(2)')).toBeInstanceOf(Uint16Array);
    expect(valueOf('[]')).toBeInstanceOf(Array);
    expect(() => contextAfter('null.x')).toThrow(TypeError);
  });
});

describe('what the platform refuses', () => {
  it.each(['eval("1")', 'new Function("")', 'Function("return 1")'])('makes no code from strings: %s', (code) => {
    expect(() => contextAfter(code)).toThrow(EvalError);
  });

  it.each(['export const a = 1;', 'import a from "./a.js";'])('runs no module: %s', (code) => {
    expect(() => contextAfter(code)).toThrow(SyntaxError);
  });

  it('still knows a function by its class', () => {
    expect(valueOf('(() => 1) instanceof Function')).toBe(true);
  });

  it('knows no cause of an error, also in classes made of it', () => {
    const code = `(class Own extends Error { constructor() { super('text', { cause: 1 }); } })`;
    expect(valueOf(`['cause' in new Error('x', { cause: 1 }), 'cause' in new ${code}()]`)).toEqual([false, false]);
    expect(valueOf(`new ${code}() instanceof Error`)).toBe(true);
  });

  it('resolves the host`s modules and no others', () => {
    expect(valueOf('require("uxp").versions', { modules: { uxp: { versions: 8 } } })).toBe(8);
    expect(() => contextAfter('require("http")')).toThrow('http');
  });

  it('reaches no network by itself', async () => {
    await expect(valueOf('fetch("https://example.com")')).rejects.toThrow('Manifest entry not found');
  });

  it('draws shapes on a canvas and nothing else', () => {
    expect(valueOf(`typeof document.createElement('canvas').getContext('2d').fillRect`)).toBe('function');
    expect(valueOf(`typeof document.createElement('canvas').getContext('2d').drawImage`)).toBe('undefined');
    expect(valueOf(`document.createElement('canvas').getContext('webgl')`)).toBe(null);
    expect(valueOf(`typeof document.createElement('canvas').toDataURL`)).toBe('undefined');
  });
});

describe('the page', () => {
  it('has a way from the document to the fenced window only', () => {
    const { globals } = contextAfter('globalThis.view = document.createElement("p").ownerDocument.defaultView;');
    expect(globals['view']).toBe(globals);
    expect(valueOf('typeof document.defaultView.process')).toBe('undefined');
  });

  it('keeps what is written to the console, and errors that nobody caught', async () => {
    const context = contextAfter(`console.warn('two', 2); setTimeout(() => { throw new Error('late'); }, 0);
      const p = document.createElement('p'); p.addEventListener('click', () => { throw new Error('click'); }); p.click();`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(context.console.map(({ level }) => level)).toEqual(['warn', 'error', 'error']);
    expect(context.console.map(({ text }) => text.split('\n')[0])).toEqual([
      'two 2',
      expect.stringContaining('click'),
      expect.stringContaining('late'),
    ]);
  });

  it('takes markup, style sheet, width and theme', () => {
    const styles = `@media (prefers-color-scheme: lightest) { p { color: var(--uxp-host-text-color); } }`;
    const { window, document } = contextAfter('', {
      page: '<body><p>x</p></body>',
      styles,
      width: 500,
      theme: 'lightest',
    });
    const paragraph = document.querySelector('p');
    expect(window.innerWidth).toBe(500);
    expect(paragraph && window.getComputedStyle(paragraph).color).toBe('#222222');
  });

  it('stops the timers when it is disposed of', async () => {
    const context = contextAfter('globalThis.n = 0; setInterval(() => { n += 1; }, 1);');
    await context.dispose();
    const { n } = context.globals;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(context.globals['n']).toBe(n);
  });
});

describe('a realm of its own', () => {
  it('has real reference errors and makes no code, whatever way it is asked', () => {
    const run = (bundle: string) => () => createSeparateContext({ bundle, modules: {} }).run();
    expect(run('process.exit()')).toThrow('process is not defined');
    expect(run('(() => 1).constructor("return 1")')).toThrow('Code generation from strings');
    expect(run('WebAssembly')).toThrow('WebAssembly is not defined');
  });

  it('shows what a script makes of its document', () => {
    const bundle = `const b = document.createElement('sp-button'); b.textContent = 'Run'; document.body.append(b);`;
    const context = createSeparateContext({ bundle, modules: {} });
    context.run();
    expect(context.document.body.textContent).toBe('Run');
    expect(context.console).toEqual([]);
  });
});
