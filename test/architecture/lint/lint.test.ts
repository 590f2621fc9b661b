import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/root';
import { lintBundle } from './bundle';
import { lintManifest } from './manifest';
import { lintPage } from './page';
import { lintStyles } from './styles';

const readFile = (path: string) => {
  try {
    return readFileSync(join(root, path === 'index.html' ? 'src/index.html' : path));
  } catch {
    return undefined;
  }
};

describe('the manifest lint', () => {
  const good = readFileSync(join(root, 'manifest.json'), 'utf8');
  const judge = (text: string) => lintManifest(Buffer.from(text), readFile).join('; ');

  it('has nothing against ours', () => expect(judge(good)).toBe(''));

  it.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`, 'byte order mark'],
    ['a trailing comma', (text: string) => text.replace('"id"', '"x": [1,], "id"'), 'strict JSON'],
    ['no manifestVersion', (text: string) => text.replace('"manifestVersion": 5,', ''), 'manifestVersion'],
    [
      'a list of hosts',
      (text: string) => text.replace(/"host": (\{[^}]*\{[^}]*\}\s*\})/, '"host": [$1]'),
      'host must be',
    ],
    [
      'a bare host',
      (text: string) => text.replace('"http://localhost:8188"', '"localhost"'),
      'localhost has no scheme',
    ],
    ['"all" in a list', (text: string) => text.replace('"https://fal.run"', '"all"'), '"all" inside a list'],
    ['a wildcard at the top', (text: string) => text.replace('https://fal.run', 'https://www.*'), 'top-level domain'],
    ['a path', (text: string) => text.replace('https://fal.run', 'https://fal.run/v1'), 'not an origin'],
    ['half of a pair', (text: string) => text.replace('"http://localhost:8188",', ''), 'without http://localhost:8188'],
    [
      'a missing icon',
      (text: string) => text.replace('panel-dark.png', 'panel.png'),
      'icons/panel@1x.png: there is no',
    ],
    ['a wrong size', (text: string) => text.replace('"width": 24', '"width": 32'), 'is 24×24, the manifest says 32×24'],
    ['a wrong theme', (text: string) => text.replace('"darkest"', '"black"'), 'black is no theme'],
    ['a missing page', (text: string) => text.replace('index.html', 'main.html'), 'there is no main.html'],
    ['one id twice', (text: string) => text.replace('removeSelection', 'repeatLast'), 'an id is used twice'],
    ['more permissions', (text: string) => text.replace('"network"', '"webview": {}, "network"'), 'webview is not one'],
    ['an unknown flag', (text: string) => text.replace('CSSNextSupport', 'cssNext'), 'cssNext is unknown'],
    ['an odd version', (text: string) => text.replace('"version": "0', '"version": "v0'), 'version must be x.y.z'],
  ])('finds %s', (_, spoil, complaint) => {
    expect(spoil(good)).not.toBe(good);
    expect(judge(spoil(good))).toContain(complaint);
  });
});

describe('the style lint', () => {
  const judge = (css: string) => lintStyles(css, ['boxShadow']).join('; ');

  it('has nothing against what UXP draws', () => {
    const css = `/* grid */ :root { --gap: 4px } .a:hover, .b:nth-child(2)::before { margin: 4px; width: calc(1px + 2%) }
      @media (prefers-color-scheme: darkest) { .a { box-shadow: 0 0 0 1px var(--gap); border-top-color: #fff; } }`;
    expect(judge(css)).toBe('');
  });

  it.each([
    ['display: grid', 'no such display'],
    ['grid-template-columns: 1fr', 'does not draw'],
    ['float: left', 'does not draw'],
    ['gap: 4px', 'does not draw'],
    ['column-gap: 4px', 'does not draw'],
    ['animation: x 1s', 'does not draw'],
    ['transition: all 1s', 'does not draw'],
    ['text-transform: uppercase', 'does not draw'],
    ['font: 12px sans-serif', 'does not draw'],
    ['aspect-ratio: 1', 'does not draw'],
    ['font-family: A, B', 'only the first family'],
    ['width: min(4px, 5%)', 'min()'],
    ['width: clamp(1px, 2px, 3px)', 'clamp()'],
    ['--size: max(1px, 2px)', 'max()'],
    ['transform: rotate(4deg)', 'needs the flag'],
    ['background-image: conic-gradient(red, blue)', 'gradients'],
  ])('finds %s', (declaration, complaint) => {
    expect(judge(`.a { color: red; ${declaration} }`)).toContain(complaint);
    expect(judge(`@media (width: 4px) { .a { ${declaration}; color: red } }`)).toContain(complaint);
  });

  it.each([
    ['@keyframes x { from { left: 0 } }', '@keyframes'],
    ['@font-face { font-family: A }', '@font-face'],
    ['@import "a.css";', '@import'],
    ['@media (hover) { .a { left: 0 } }', '(hover)'],
    ['.a:is(.b) { left: 0 }', ':is'],
    ['.a:focus-visible { left: 0 }', ':focus-visible'],
  ])('finds %s', (css, complaint) => expect(judge(css)).toContain(complaint));
});

describe('the page lint', () => {
  it.each([
    ['<label for="a">A</label>', 'label[for]'],
    ['<input type="file">', 'type file'],
    ['<input type="color">', 'type color'],
    ['<p hidden></p>', 'hidden'],
    ['<title>Inlay</title>', '<title>'],
    ['<script type="module" src="a.js"></script>', 'modules'],
    ['<script defer src="a.js"></script>', 'too late'],
    ['<script crossorigin src="a.js"></script>', 'crossorigin'],
    ['<iframe></iframe>', '<iframe>'],
  ])('finds %s', (html, complaint) => expect(lintPage(html).join()).toContain(complaint));

  it('has nothing against plain elements', () => {
    expect(lintPage('<link rel="stylesheet" href="a.css"><div class="a"><sp-button>Run</sp-button></div>')).toEqual([]);
  });
});

describe('the bundle lint', () => {
  it.each([
    ['eval("1")', 'eval'],
    ['new Function("return 1")', 'Function'],
    ['setTimeout("f()", 1)', 'eval'],
    ['import("./chunk.js")', 'import()'],
    ['if (process.env.A) {}', 'process.env'],
    ['require("crypto")', 'require of another module'],
    ['require("./chunk")', 'require of another module'],
    ['const name = "fs"; require(name)', 'require of another module'],
    ['new Worker("a.js")', "'Worker' is not defined"],
    ['typeof TextEncoder', "'TextEncoder' is not defined"],
    ['undeclared = 1', "'undeclared' is not defined"],
  ])('finds %s', (code, complaint) => expect(lintBundle(code).join()).toContain(complaint));

  it('has nothing against a script that keeps to UXP', () => {
    const code = 'const { app } = require("photoshop"); globalThis.run = async () => document.title ?? app?.name;';
    expect(lintBundle(code)).toEqual([]);
  });
});
