/**
 * Checks that an address is one that Photoshop's manifest can list, scheme://host[:port], and answers it in that form.
 * Throws a sentence for a person otherwise.
 */
export function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !schemes.includes(url.protocol) || !url.hostname) throw new Error(expected(text));
  if (url.pathname !== '/' && url.pathname !== '') throw new Error(expected(text, 'without a path'));
  if (url.search || url.hash || url.username) throw new Error(expected(text, 'with nothing behind the port'));
  if (text.includes('*')) throw new Error(expected(text, 'one host, without a wildcard'));
  return `${url.protocol}//${url.host}`;
}

const schemes = ['http:', 'https:', 'ws:', 'wss:'];

function expected(text: string, how = 'with http, https, ws or wss before it'): string {
  return `--allow ${text}: expected an origin such as http://10.0.0.5:8188 (${how}).`;
}
