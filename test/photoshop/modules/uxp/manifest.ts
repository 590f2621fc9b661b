/** What the stand-in reads of a plugin's manifest. */
export interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly entrypoints?: readonly { readonly type: string; readonly id: string }[];
  readonly requiredPermissions?: {
    readonly network?: { readonly domains?: 'all' | readonly string[] };
    readonly launchProcess?: { readonly schemes?: readonly string[]; readonly extensions?: readonly string[] };
  };
}

/** Whether a request to that address is allowed; bare hosts and an `all` inside the list allow nothing. */
export function allowsAddress({ requiredPermissions }: Manifest, address: string): boolean {
  const domains = requiredPermissions?.network?.domains;
  if (domains === 'all') return true;
  const { protocol, host } = new URL(address);
  return (domains ?? []).some((domain) => matches(domain, protocol, host));
}

/** The same plugin, built so that it may also reach every port of some hosts. */
export interface OpenHosts {
  /** Host names without a port, such as `127.0.0.1`. */
  readonly hosts: readonly string[];
}

/** As though each port of those hosts had been listed when the plugin was built. */
export function allowsPort({ hosts }: OpenHosts, address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && hosts.includes(hostname);
}

function matches(domain: string, protocol: string, host: string): boolean {
  const [, scheme, pattern] = /^([a-z]+:)\/\/([^/]+)\/?$/.exec(domain) ?? [];
  if (scheme !== protocol || !pattern) return false;
  if (!pattern.startsWith('*.')) return pattern === host;
  const parent = pattern.slice(2);
  return parent.includes('.') && host.endsWith(`.${parent}`);
}
