import type { Row } from './row';

const globals = 'modules/globals/globals.test.ts';
const uxp = 'modules/uxp/uxp.test.ts';
const context = 'node/context.test.ts';
const lint = 'architecture/lint/lint.test.ts';

/** What a script has around it: network, modules, names, entry points, storage, and what is checked before it runs. */
export const runtimeRows: readonly Row[] = [
  {
    platform: 'Requests, images and redirects go only where the manifest says',
    rules: ['network.origin'],
    tests: [
      [globals, 'reaches the origins of the manifest, and no others'],
      [globals, 'loads from the origins of the manifest only'],
      [globals, 'drops the authorization on the way to another origin, and needs permission there'],
    ],
  },
  {
    platform: 'fetch with the key signal and no value throws, and so does a body for GET or HEAD',
    rules: ['network.signal', 'network.body'],
    tests: [[globals, 'refuses a signal without value, and a body for GET']],
  },
  {
    platform: 'An aborted fetch rejects, or goes on',
    switches: ['fetchAbort'],
    tests: [[globals, 'is aborted: it %s']],
  },
  {
    platform: 'A form loses the names of its files, or the files',
    switches: ['formData'],
    tests: [[globals, 'damages forms: %s']],
  },
  {
    platform: 'Only modules that the platform has are required',
    rules: ['require.module'],
    tests: [[uxp, 'requires what the platform has, and nothing of Node']],
  },
  {
    platform: 'An answer arrives at its end, in one piece',
    tests: [[globals, 'gives an answer at its end and in one piece, whatever came when']],
  },
  {
    platform: 'A request has no time limit of its own',
    tests: [[globals, 'waits for a server that does not answer as long as the plugin does']],
  },
  {
    platform: 'Headers that are the platform’s own are dropped without a word',
    tests: [[globals, 'drops headers that are the platform`s own, without a word']],
  },
  {
    platform: 'Names of browsers and of Node that the platform lacks are undefined',
    tests: [
      [context, 'hides everything of Node and everything that UXP lacks'],
      [context, 'notes each absent name that was asked for'],
    ],
  },
  {
    platform: 'No code is made from strings, and an error knows no cause',
    tests: [
      [context, 'makes no code from strings: %s'],
      [context, 'knows no cause of an error'],
    ],
  },
  {
    platform: 'Module scripts and dynamic imports fail',
    tests: [
      [context, 'runs no module: %s'],
      [lint, 'import("./chunk.js")'],
      [lint, '<script type="module" src="a.js">'],
    ],
  },
  {
    platform: 'A canvas draws shapes and nothing else',
    tests: [[context, 'draws shapes on a canvas and nothing else']],
  },
  {
    platform: 'Entry points are set up once, and at once',
    rules: ['entrypoints.setup'],
    tests: [
      [uxp, 'a second setup'],
      [uxp, 'refuse a setup that comes long after the script'],
    ],
  },
  {
    platform: 'A lifecycle method that takes longer than 300 ms is given up',
    rules: ['entrypoints.slow'],
    tests: [[uxp, 'count a lifecycle method that takes longer than 300 ms']],
  },
  {
    platform: 'show may come once or never, hide never',
    switches: ['panelEvents'],
    tests: [[uxp, 'of a panel are called: %s']],
  },
  {
    platform:
      'An empty secret is refused; what is kept comes back as bytes, or is lost; nothing there is told in three ways',
    rules: ['secure.empty'],
    switches: ['secureStorage', 'secureMissing', 'secureRemove'],
    tests: [
      [uxp, 'an empty secret'],
      [uxp, 'keeps bytes over sessions, unless it loses them'],
      [uxp, 'gives %s for what is not there'],
      [uxp, '%s when there is nothing to remove'],
    ],
  },
  {
    platform: 'Nothing is written into the plugin or into a file that was opened for reading',
    rules: ['files.read-only'],
    tests: [
      [uxp, 'to write into the plugin'],
      [uxp, 'give what the user chose, to read only where it was opened'],
    ],
  },
  {
    platform: 'A format that does not fit, a forbidden name and an existing one have error classes of their own',
    rules: ['files.format', 'files.name'],
    tests: [
      [uxp, 'bytes as text'],
      [uxp, 'a name with a slash'],
      [uxp, 'are renamed over each other, copied and moved'],
    ],
  },
  {
    platform: 'A picker that the user cancels gives null, or nothing',
    switches: ['cancelledPicker'],
    tests: [[uxp, 'that are cancelled give %s']],
  },
  {
    platform: 'Links and paths are opened with permission only',
    rules: ['shell.permission'],
    tests: [
      [uxp, 'a link without permission'],
      [uxp, 'a path without permission'],
    ],
  },
  {
    platform: 'Style sheets and markup that the platform does not draw are found before they are shipped',
    tests: [
      [lint, 'display: grid'],
      [lint, 'transition: all 1s'],
      [lint, '<label for="a">A</label>'],
    ],
  },
  {
    platform:
      'A manifest that the platform does not take, or takes otherwise than meant, is found before it is shipped',
    tests: [
      [lint, 'a byte order mark'],
      [lint, 'a trailing comma'],
      [lint, 'no manifestVersion'],
      [lint, '"all" in a list'],
      [lint, 'a wildcard at the top'],
    ],
  },
];
