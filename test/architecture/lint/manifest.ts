import { dimensionsOf } from './pngSize';

/** Reads a file of the plugin by its path in the manifest; nothing where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

/** What would keep Photoshop from loading a manifest, or make it load another plugin than was meant; a sentence each. */
export function lintManifest(bytes: Uint8Array, readFile: ReadFile): string[] {
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return ['begins with a byte order mark: Photoshop does not load that'];
  const manifest = parse(new TextDecoder().decode(bytes));
  if (!manifest) return ['is not strict JSON (a trailing comma, a comment?)'];
  return [
    ...judgeIdentity(manifest, readFile),
    ...judgeHost(manifest['host']),
    ...judgeEntryPoints(listOf(manifest['entrypoints'])),
    ...judgePermissions(recordOf(manifest['requiredPermissions'])),
    ...judgeFlags(recordOf(manifest['featureFlags'])),
    ...iconsOf(manifest).flatMap((icon) => judgeIcon(icon, readFile)),
  ];
}

type Values = Readonly<Record<string, unknown>>;

function parse(text: string): Values | undefined {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function judgeIdentity({ manifestVersion, id, name, version, main }: Values, readFile: ReadFile): string[] {
  return complaints([
    [manifestVersion === 5, 'manifestVersion must be 5: without it the panel may not register'],
    [typeof id === 'string' && id !== '', 'id is missing'],
    [typeof name === 'string' && name.length >= 3 && name.length <= 45, 'name must have 3 to 45 characters'],
    [typeof version === 'string' && /^\d{1,2}(\.\d{1,2}){2}$/.test(version), 'version must be x.y.z, each 0 to 99'],
    [typeof main === 'string' && readFile(main) !== undefined, `main: there is no ${String(main)}`],
  ]);
}

function judgeHost(host: unknown): string[] {
  if (Array.isArray(host)) return ['host must be one object: as a list it cannot be installed'];
  const { app, minVersion } = recordOf(host);
  return complaints([
    [app === 'PS', 'host.app must be PS'],
    [typeof minVersion === 'string' && /^\d+\.\d+\.\d+$/.test(minVersion), 'host.minVersion must be x.y.z'],
  ]);
}

function judgeEntryPoints(entryPoints: readonly Values[]): string[] {
  const ids = entryPoints.map(({ id }) => id);
  return complaints([
    [entryPoints.some(({ type }) => type === 'panel'), 'entrypoints: there is no panel'],
    [new Set(ids).size === ids.length, 'entrypoints: an id is used twice'],
    ...entryPoints.map(({ type, id, label }): Claim => [
      (type === 'panel' || type === 'command') && typeof id === 'string' && label !== undefined,
      `entrypoints: ${String(id)} needs a type (panel or command), an id and a label`,
    ]),
  ]);
}

const knownPermissions = ['network', 'localFileSystem', 'clipboard', 'launchProcess'];

function judgePermissions(permissions: Values): string[] {
  const unknown = Object.keys(permissions).filter((name) => !knownPermissions.includes(name));
  const { domains } = recordOf(permissions['network']);
  return [
    ...unknown.map((name) => `requiredPermissions: ${name} is not one that Inlay needs`),
    ...(Array.isArray(domains) ? judgeDomains(domains) : ['network.domains must be a list of origins']),
  ];
}

function judgeDomains(domains: readonly unknown[]): string[] {
  const texts = domains.map(String);
  return complaints([
    [new Set(texts).size === texts.length, 'network.domains: an origin stands there twice'],
    ...texts.flatMap((domain): Claim[] => [
      [domain !== 'all', 'network.domains: "all" inside a list allows nothing'],
      [
        domain === 'all' || /^(https?|wss?):\/\//.test(domain),
        `network.domains: ${domain} has no scheme and is denied`,
      ],
      [!/\*$/.test(domain), `network.domains: ${domain} has a wildcard for the top-level domain`],
      [!/:\/\/[^/]+\//.test(domain), `network.domains: ${domain} is an address, not an origin`],
      [texts.includes(twinOf(domain)), `network.domains: ${domain} without ${twinOf(domain)}`],
    ]),
  ]);
}

/** This machine by its other name: some versions take only one of the two. */
function twinOf(domain: string): string {
  if (domain.includes('//localhost')) return domain.replace('//localhost', '//127.0.0.1');
  return domain.replace('//127.0.0.1', '//localhost');
}

function judgeFlags(flags: Values): string[] {
  const known = ['CSSNextSupport', 'enableSWCSupport', 'enableAlerts', 'enableFillAsCustomAttribute'];
  return Object.keys(flags)
    .filter((name) => !known.includes(name))
    .map((name) => `featureFlags: ${name} is unknown`);
}

function iconsOf(manifest: Values): Values[] {
  return [manifest, ...listOf(manifest['entrypoints'])].flatMap(({ icons }) => listOf(icons));
}

const themes = ['lightest', 'light', 'medium', 'dark', 'darkest', 'all'];

function judgeIcon({ path, width, height, scale, theme }: Values, readFile: ReadFile): string[] {
  const unknownThemes = namesOf(theme).filter((name) => !themes.includes(name));
  return [
    ...unknownThemes.map((name) => `${String(path)}: ${name} is no theme`),
    ...(Array.isArray(scale) ? scale : [1]).flatMap((factor: unknown) => {
      const file = String(path).replace(/(\.\w+)$/, `@${String(factor)}x$1`);
      const content = readFile(file);
      if (!content) return [`${file}: there is no such file`];
      const size = dimensionsOf(content);
      const wanted = `${Number(width) * Number(factor)}×${Number(height) * Number(factor)}`;
      return size === wanted ? [] : [`${file}: is ${size}, the manifest says ${wanted}`];
    }),
  ];
}

type Claim = readonly [holds: boolean, otherwise: string];

function complaints(claims: readonly Claim[]): string[] {
  return claims.filter(([holds]) => !holds).map(([, otherwise]) => otherwise);
}

function recordOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
