import type { ProviderSpec } from '../routing/model';

/** Where a request may go: `own` with the key, `file` without. */
export type Trust = 'own' | 'file' | 'none';

/** How far an address is trusted that a service has named, given where the settings say the service is. */
export function trustOf(
  address: string,
  root: string,
  { hosts, resultHosts }: Pick<ProviderSpec, 'hosts' | 'resultHosts'>,
): Trust {
  const asked = partsOf(address);
  const home = partsOf(root);
  if (asked === undefined || home === undefined) return 'none';
  if (asked.scheme === home.scheme && asked.host === home.host && asked.port === home.port) return 'own';
  // a service on this machine may spread over several ports of its host; another loopback address is another host
  if (isLoopback(home.host) && nameOf(asked.host) === nameOf(home.host) && asked.scheme === home.scheme) return 'own';
  if (asked.scheme !== 'https' || asked.port !== '') return 'none';
  if (hosts.some((pattern) => matches(pattern, asked.host))) return 'own';
  return resultHosts.some((pattern) => matches(pattern, asked.host)) ? 'file' : 'none';
}

/** The host of an address, for showing; never its path, which may hold a signature. */
export function hostOf(address: string): string {
  return partsOf(address)?.host ?? 'an address that cannot be read';
}

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
}

/** Read by hand, strictly: what one reader takes for the host, another may take for a name before it. */
function partsOf(address: string): Parts | undefined {
  const [, scheme = '', host = '', port = ''] =
    /^(https?):\/\/(\[[\da-f:]+\]|[a-z\d.-]+)(?::(\d{1,5}))?(?=[/?#]|$)/i.exec(address) ?? [];
  if (host === '' || /[\\\s]/.test(address)) return undefined;
  const usual = scheme.toLowerCase() === 'https' ? '443' : '80';
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), port: port === usual ? '' : port };
}

function isLoopback(host: string): boolean {
  return /^127\.\d+\.\d+\.\d+$/.test(nameOf(host));
}

/** The usual names of this machine are one. */
function nameOf(host: string): string {
  return host === 'localhost' || host === '[::1]' ? '127.0.0.1' : host;
}

function matches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
