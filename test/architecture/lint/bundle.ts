import { Linter } from 'eslint';
import { documentNames, hostNames, knownProbes, languageNames } from '../../photoshop/globals';

/** What a built script may not hold in UXP: code from strings, modules and names that are not there; a sentence each. */
export function lintBundle(code: string): string[] {
  const judged = code.replace(zodProbe, 'try{return!1}catch');
  return new Linter().verify(judged, { languageOptions, rules }).map(({ message, line, column }) => {
    return `${message} (${line}:${column})`;
  });
}

/** Zod tries once whether it may make code; with `jitless` it does not come to it, which the flow tests see. */
const zodProbe = 'try{return new Function(""),!0}catch';

/** Absent names in parts of React that nothing of ours leads to. */
const neverReached = {
  process: "an uncaught error's way out in Node, behind typeof",
  matchMedia: 'style sheets made by components; ours belongs to the page',
  CSS: 'view transitions, of which the panel has none',
  DOMRect: 'view transitions',
  navigation: 'view transitions, behind typeof',
};

const hostModules = ['photoshop', 'uxp', 'os', 'fs'];

/** `module` is the bundler's own; the windows' names are the plugin's world itself. */
const names = [
  ...languageNames,
  ...hostNames,
  ...documentNames,
  ...Object.keys(knownProbes),
  ...Object.keys(neverReached),
];
const ownNames = ['window', 'self', 'globalThis', 'require'];

const languageOptions: Linter.LanguageOptions = {
  ecmaVersion: 2022,
  sourceType: 'script',
  globals: Object.fromEntries([...names, ...ownNames].map((name) => [name, 'readonly' as const])),
};

const known = hostModules.map((name) => `'${name}'`).join(' and ');

const rules: Linter.RulesRecord = {
  'no-undef': ['error', { typeof: true }],
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-global-assign': 'error',
  'no-restricted-syntax': [
    'error',
    { selector: 'ImportExpression', message: 'import() does not work in UXP' },
    { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'process.env was left in' },
    {
      selector: `CallExpression[callee.name='require']:not([arguments.0.value=/^(${hostModules.join('|')})$/])`,
      message: `require of another module than ${known}`,
    },
  ],
};
