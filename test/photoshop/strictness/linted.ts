import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintBundle } from '../../architecture/lint/bundle';
import { lintManifest } from '../../architecture/lint/manifest';
import { lintPage, remarksOnPage } from '../../architecture/lint/page';
import { lintStyles } from '../../architecture/lint/styles';
import { root } from '../../build/root';
import type { Proofs } from './row';

/** Each text is found fault with, in these words. */
function found(judge: (text: string) => readonly string[], faults: Readonly<Record<string, string>>): Proofs {
  const entries = Object.entries(faults).map(([text, complaint]) => [
    text,
    () => {
      expect(judge(text).join('; ')).toContain(complaint);
    },
  ]);
  return Object.fromEntries(entries) as Proofs;
}

export const lintedScripts = found(lintBundle, { 'import("./chunk.js")': 'import()' });

export const lintedStyles = {
  ...found((declaration) => lintStyles(`.a { color: red; ${declaration} }`, []), {
    'display: grid': 'no such display',
    'grid-template-columns: 1fr': 'does not draw',
    'float: left': 'does not draw',
    'gap: 4px': 'does not draw',
    'animation: x 1s': 'does not draw',
    'transition: all 1s': 'does not draw',
    'text-transform: uppercase': 'does not draw',
  }),
  ...found((css) => lintStyles(css, []), { '@keyframes x { from { left: 0 } }': '@keyframes' }),
};

export const lintedMarkup = {
  ...found(lintPage, {
    '<label for="a">A</label>': 'label[for]',
    '<input type="file">': 'type file',
    '<input type="color">': 'type color',
    '<p hidden></p>': 'hidden',
    '<script type="module" src="a.js"></script>': 'modules',
  }),
  ...found(remarksOnPage, { '<p aria-label="A"></p>': 'aria-label', '<p aria-hidden="true"></p>': 'aria-hidden' }),
};

const manifest = readFileSync(join(root, 'manifest.json'), 'utf8');

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(join(root, path === 'index.html' ? 'src/index.html' : path));
  } catch {
    return undefined;
  }
}

/** What is wrong with our own manifest when it is spoilt like that. */
function spoilt(spoil: (text: string) => string, complaint: string) {
  return () => {
    expect(lintManifest(Buffer.from(manifest), read)).toEqual([]);
    expect(lintManifest(Buffer.from(spoil(manifest)), read).join('; ')).toContain(complaint);
  };
}

export const lintedManifest: Proofs = {
  'a byte order mark': spoilt((text) => `\uFEFF${text}`, 'byte order mark'),
  'a trailing comma': spoilt((text) => text.replace('"id"', '"x": [1,], "id"'), 'strict JSON'),
  'a list of hosts': spoilt((text) => text.replace(/"host": (\{[^}]*\{[^}]*\}\s*\})/, '"host": [$1]'), 'host must be'),
  'no manifestVersion': spoilt((text) => text.replace('"manifestVersion": 5,', ''), 'manifestVersion'),
  'a bare host': spoilt((text) => text.replace('"http://localhost:8188"', '"localhost"'), 'has no scheme'),
  '"all" in a list': spoilt((text) => text.replace('"https://fal.run"', '"all"'), '"all" inside a list'),
  'a wildcard at the top': spoilt((text) => text.replace('https://fal.run', 'https://www.*'), 'top-level domain'),
  'icons that are not there': spoilt(
    (text) => text.replace('panel-dark.png', 'panel.png'),
    'panel@1x.png: there is no',
  ),
  'a page that is not there': spoilt((text) => text.replace('index.html', 'main.html'), 'there is no main.html'),
};
