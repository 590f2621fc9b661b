import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { fencedGlobals, fencedMembers } from './fences.mjs';
import { layerImports } from './rules/layerImports.mjs';
import { sortedImports } from './rules/sortedImports.mjs';
import { uxpMarkup } from './rules/uxpMarkup.mjs';
import { wordsInStrings } from './rules/wordsInStrings.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The rules that types cannot see; run with `eslint --config test/architecture/eslint.config.mjs`. */
export default defineConfig(
  { ignores: ['dist/', 'out/', 'coverage/', 'node_modules/', 'test/fixtures/'] },
  { plugins: { inlay: { rules: { layerImports, sortedImports, uxpMarkup, wordsInStrings } } } },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'inlay/sortedImports': 'error',
      'no-console': 'error',
      'no-nested-ternary': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', 'test/**/*.mjs'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An error's details may be none.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Text is taken apart by code points, which is what is wanted.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A kernel's or a table's number needs no conversion to be read.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An index finds less than the compiler believes, and a union of one member is there to grow.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // React's own way to tell it of more elements.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' }],
    },
  },
  // Checked by the compiler, but too loosely typed for the rules about `any`.
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['src/**'],
    rules: {
      'inlay/layerImports': 'error',
      'no-restricted-globals': ['error', ...globalsClosedTo()],
      'no-restricted-properties': ['error', ...closedMembers()],
    },
  },
  ...filesWithPrivileges().map(privilege),
  {
    files: ['src/**'],
    ignores: ['src/base/ids.ts', 'src/image/**', 'src/engine/**', 'src/host/photoshop/**'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'inlay/uxpMarkup': 'error', 'inlay/wordsInStrings': 'error' },
  },
  {
    // The stand-in's core also runs in a page of a browser; `strictness` is its test, in parts.
    files: ['test/photoshop/**'],
    ignores: ['node/**', 'readers/**', 'strictness/**', '**/*.test.ts'].map((part) => `test/photoshop/${part}`),
    rules: {
      'no-restricted-imports': ['error', { patterns: ['node:*', '**/node/*'].map(closedToCore) }],
      'no-restricted-globals': ['error', 'Buffer', 'process', 'require', '__dirname', '__filename', 'global'],
    },
  },
  {
    // Much of the platform answers with promises for what the stand-in knows at once.
    files: ['test/photoshop/**', 'test/support/**'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  {
    files: ['test/headless/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/src/', message: 'The runner drives what is built.' }] },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // What keeps an interface of promises may have its answer at once.
      '@typescript-eslint/require-await': 'off',
      // The hand and the instruments are records of functions, taken apart by the cases.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/base/log.ts', 'test/{acceptance,bench,build,headless,browser/serve}/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.config.mjs'], rules: { 'no-restricted-syntax': 'off' } },
);

/**
 * @param {string} file
 * @returns {import('eslint').Linter.Config}
 */
function privilege(file) {
  return { files: [file], rules: { 'no-restricted-globals': ['error', ...globalsClosedTo(file)] } };
}

/** @param {string} [file] */
function globalsClosedTo(file) {
  return fencedGlobals
    .filter(({ files }) => file === undefined || !files.includes(file))
    .flatMap(({ names, because }) => names.map((name) => ({ name, message: `${because}.` })));
}

function filesWithPrivileges() {
  return [...new Set(fencedGlobals.flatMap(({ files }) => files))];
}

function closedMembers() {
  return fencedMembers.map(({ because, ...member }) => ({ ...member, message: `${because}.` }));
}

/** @param {string} pattern */
function closedToCore(pattern) {
  return { group: [pattern], message: 'The core of the stand-in uses nothing of Node.' };
}
