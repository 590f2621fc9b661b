/**
 * Which folder of `src/` may import from which, and why: the map of the code as a table. The lint rule `layers` and
 * `imports.test.ts` both read it. A path ending in `/` is a folder, any other one file; the longest match counts.
 *
 * @typedef {{ part: string, may: readonly string[], because: string }} Layer
 * @type {readonly Layer[]}
 */
export const layers = [
  { part: 'base/', may: [], because: 'everything stands on it, so it stands on nothing' },
  { part: 'image/', may: ['base/'], because: 'pixel code knows nothing of Photoshop, of models or of the panel' },
  { part: 'engine/', may: ['image/', 'base/'], because: 'the local engine is pixel maths and nothing else' },
  { part: 'host/host.ts', may: ['image/', 'base/'], because: 'the port says what Inlay needs, not who keeps it' },
  {
    part: 'host/photoshop/',
    may: ['host/host.ts', 'image/', 'base/'],
    because: 'it keeps the port by Photoshop and knows neither edits nor models',
  },
  {
    part: 'routing/',
    may: ['image/', 'base/'],
    because: 'routing chooses by data; services stay behind its interface',
  },
  {
    part: 'providers/',
    may: ['routing/model.ts', 'routing/catalog/', 'image/', 'base/'],
    because: 'a service keeps the model interface and knows no other part',
  },
  {
    part: 'providers/local.ts',
    may: ['routing/model.ts', 'routing/catalog.ts', 'routing/catalog/', 'engine/', 'image/', 'base/'],
    because: 'it alone offers the engine as a model',
  },
  {
    part: 'edit/',
    may: ['routing/', 'host/host.ts', 'image/', 'base/'],
    because: 'an edit speaks to ports, never to Photoshop, a service or the panel',
  },
  { part: 'recipes/', may: ['edit/'], because: 'recipes are chains of edits, as data' },
  {
    part: 'app/',
    may: ['edit/', 'recipes/', 'routing/', 'host/host.ts', 'image/', 'base/'],
    because: 'what the retoucher can do knows no component, no service and no Photoshop',
  },
  { part: 'panel/', may: ['app/', 'base/'], because: 'the panel shows state and sends intents' },
  { part: 'languages/', may: ['panel/', 'app/'], because: 'a language says what panel and app say, and does nothing' },
  { part: 'jitless.ts', may: [], because: 'it sets one switch of a library before anything else runs' },
  {
    part: 'index.tsx',
    may: [
      'jitless.ts',
      'languages/',
      'panel/',
      'app/',
      'edit/',
      'recipes/',
      'routing/',
      'providers/',
      'engine/',
      'host/',
      'image/',
      'base/',
    ],
    because: 'the entry file alone knows all the parts',
  },
];

/**
 * Which packages and host modules a part may import; a name that is not listed here is open to none.
 *
 * @type {readonly { name: string, may: readonly string[], because: string }[]}
 */
export const packages = [
  { name: 'photoshop', may: ['host/photoshop/'], because: 'Photoshop is behind one port' },
  { name: 'uxp', may: ['host/photoshop/'], because: 'the plugin platform is behind the same port' },
  { name: 'react', may: ['panel/', 'index.tsx'], because: 'only the panel is made of components' },
  { name: 'react-dom/client', may: ['panel/', 'index.tsx'], because: 'only the panel is made of components' },
  {
    name: 'zod',
    may: ['routing/', 'providers/', 'edit/', 'recipes/', 'app/', 'jitless.ts', 'host/photoshop/'],
    because: 'data is parsed where it comes in',
  },
];

/**
 * Why a file may not import another, both as paths below `src/`; nothing where it may.
 *
 * @param {string} from
 * @param {string} to
 * @returns {string | undefined}
 */
export function objectionToFile(from, to) {
  const layer = layerOf(from);
  if (!layer) return `${from} lies in no part of the code that the table knows`;
  if (layer === layerOf(to) || inOwnFolder(layer, to)) return undefined;
  if (layer.may.some((part) => matches(part, to))) return undefined;
  return `${layer.part} must not import ${to}: ${layer.because}`;
}

/**
 * Why a file may not import a package; nothing where it may.
 *
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined}
 */
export function objectionToPackage(from, name) {
  const entry = packages.find((candidate) => candidate.name === name);
  if (!entry) return `${name} is not one of the few packages that the plugin ships`;
  if (entry.may.some((part) => matches(part, from))) return undefined;
  return `${name} must not be imported here: ${entry.because}`;
}

/** @param {string} path */
function layerOf(path) {
  const fitting = layers.filter(({ part }) => matches(part, path));
  return fitting.sort((a, b) => b.part.length - a.part.length).at(0);
}

/**
 * A file with a line of its own in the table still belongs to its folder.
 *
 * @param {Layer} layer
 * @param {string} path
 */
function inOwnFolder(layer, path) {
  const folder = layer.part.slice(0, layer.part.lastIndexOf('/') + 1);
  return folder !== '' && folder !== 'host/' && path.startsWith(folder);
}

/**
 * @param {string} part
 * @param {string} path
 */
function matches(part, path) {
  return part.endsWith('/') ? path.startsWith(part) : path === part;
}
