import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { layerImports } from './layerImports.mjs';
import { sortedImports } from './sortedImports.mjs';
import { uxpMarkup } from './uxpMarkup.mjs';
import { wordsInStrings } from './wordsInStrings.mjs';

const rules = { layerImports, sortedImports, uxpMarkup, wordsInStrings };

/** Checks a file of ours by one of the rules; `cwd` is the project's folder. */
function linterFor(rule: keyof typeof rules, file: string) {
  const linter = new Linter({ cwd: '/project' });
  const config: Linter.Config = {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { inlay: { rules } },
    rules: { [`inlay/${rule}`]: 'error' },
  };
  const filename = `/project/${file}`;
  return {
    complaints: (code: string) => linter.verify(code, config, { filename }).map(({ message }) => message),
    mended: (code: string) => linter.verifyAndFix(code, config, { filename }).output,
  };
}

describe('layerImports', () => {
  const { complaints } = linterFor('layerImports', 'src/image/resize.ts');

  it.each([
    ["import { x } from '../panel/strings';", 'image/ must not import panel/strings.ts'],
    ["import type { x } from '../routing/model';", 'image/ must not import routing/model.ts'],
    ["export * from '../engine/complete';", 'image/ must not import engine/complete.ts'],
    ["import { app } from 'photoshop';", 'Photoshop is behind one port'],
    ["import { zipSync } from 'fflate';", 'not one of the few packages'],
  ])('forbids %s', (code, complaint) => expect(complaints(code).join()).toContain(complaint));

  it('allows what the table allows', () => {
    expect(complaints("import { assert } from '../base/assert'; import { within } from './rect';")).toEqual([]);
  });
});

describe('sortedImports', () => {
  const { complaints, mended } = linterFor('sortedImports', 'src/app/app.ts');

  it('wants packages first, then files from far to near, each by name', () => {
    const sorted = [`node:fs`, 'react', '../../a', '../b', '../c', './a'].map((name) => `import { x } from '${name}';`);
    expect(complaints(sorted.join('\n'))).toEqual([]);
    expect(complaints([...sorted].reverse().join('\n'))).toEqual(['node:fs belongs before ./a.']);
    expect(mended([...sorted].reverse().join('\n'))).toBe(sorted.join('\n'));
  });

  it('moves nothing past an import for its effect', () => {
    expect(complaints("import './z';\nimport { a } from './a';\nimport './b';\nimport { x } from 'react';")).toEqual(
      [],
    );
  });
});

describe('wordsInStrings', () => {
  const { complaints } = linterFor('wordsInStrings', 'src/panel/Panel.tsx');

  it.each(['<p>Run</p>', '<p title="Run" />', "<p aria-label={'Run'} />", '<input placeholder="What to do" />'])(
    'forbids %s',
    (code) => expect(complaints(code)).toHaveLength(1),
  );

  it.each(['<p className="a">{strings.run} ×</p>', '<p title={strings.run} />', '<div role="tab" />'])(
    'allows %s',
    (code) => expect(complaints(code)).toEqual([]),
  );
});

describe('uxpMarkup', () => {
  const { complaints } = linterFor('uxpMarkup', 'src/panel/Panel.tsx');

  it.each([
    ['<label htmlFor="a" />', 'label[for]'],
    ['<input type="file" />', 'type file'],
    ['<p hidden={x} />', 'hidden'],
    ['<p contentEditable />', 'contenteditable'],
    ['<iframe />', '<iframe>'],
  ])('forbids %s', (code, complaint) => expect(complaints(code).join()).toContain(complaint));

  it('allows plain elements and components', () => {
    expect(complaints('<div><Field hidden /><input type="text" /><sp-button>{x}</sp-button></div>')).toEqual([]);
  });
});
