import { demand } from '../rules';
import type { Session } from '../session';
import { allowsAddress, allowsPort, type Manifest, type OpenHosts } from '../uxp/manifest';

/** How a request really goes out; the global `fetch`, unless a test has another way. */
export type Transport = (address: string, init: RequestInit) => Promise<Response>;

const forbidden =
  /^(cookie|cookie2|host|origin|referer|user-agent|content-length|connection|date|expect|te|trailer|upgrade|via|accept-charset|accept-encoding|access-control-.*|proxy-.*|sec-.*)$/i;
const redirects = [301, 302, 303, 307, 308];
const longestChain = 20;

/** The global `fetch` of the platform: manifest origins only, no incremental answers, unreliable abort. */
export function createFetch(session: Session, manifest: Manifest & Partial<OpenHosts>, transport: Transport) {
  return async (input: string | URL | Request, given: RequestInit = {}): Promise<Response> => {
    const { book } = session;
    const hasSignal = !('signal' in given) || given.signal !== undefined;
    demand(
      book,
      'network.signal',
      hasSignal,
      'fetch with signal: undefined',
      new TypeError('signal is not an AbortSignal'),
    );
    const request = await prepared(session, input, given);
    const bodiless = request.body === undefined || (request.method !== 'GET' && request.method !== 'HEAD');
    demand(
      book,
      'network.body',
      bodiless,
      `${request.method} with a body`,
      new TypeError('Request with GET/HEAD method cannot have body.'),
    );
    noteScope(session, request.address);
    return abortable(session, given.signal ?? undefined, (signal) =>
      follow(session, manifest, transport, request, signal),
    );
  };
}

interface Prepared {
  readonly address: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
}

async function prepared(session: Session, input: string | URL | Request, init: RequestInit): Promise<Prepared> {
  const request = input instanceof Request ? input : undefined;
  const headers = new Headers(init.headers ?? request?.headers);
  for (const name of [...headers.keys()]) if (forbidden.test(name)) headers.delete(name);
  const own =
    request && request.method !== 'GET' && request.method !== 'HEAD' ? await request.arrayBuffer() : undefined;
  const body = init.body ?? own;
  return {
    address: input instanceof Request ? input.url : input.toString(),
    method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
    headers,
    body: body instanceof FormData ? damaged(session, body) : (body ?? undefined),
  };
}

/** What becomes of a form on its way: file names are lost, or whole files. */
function damaged({ switches }: Session, form: FormData): FormData {
  const sent = new FormData();
  form.forEach((value, name) => {
    if (typeof value === 'string') sent.append(name, value);
    else if (switches.formData === 'namesLost') sent.append(name, value, 'blob');
  });
  return sent;
}

/** Waiting for the network inside a scope keeps Photoshop blocked. */
function noteScope({ book, modal, lineage }: Session, address: string): void {
  book.test('modal.network');
  if (modal.scope && lineage?.current() === modal.scope) book.refuse('modal.network', address);
}

async function follow(
  { book, switches }: Session,
  manifest: Manifest & Partial<OpenHosts>,
  transport: Transport,
  { address, method, headers, body }: Prepared,
  signal: AbortSignal | undefined,
): Promise<Response> {
  let [next, sent, how] = [address, headers, { method, body }];
  for (let step = 0; step < longestChain; step++) {
    const answer = new Error(`Permission denied to the url ${next}. Manifest entry not found.`);
    const isAllowed = allowsAddress(manifest, next) || allowsPort({ hosts: manifest.hosts ?? [] }, next);
    const passes = isAllowed || (step > 0 && switches.redirectAllowed === 'any');
    demand(book, 'network.origin', passes, next, answer);
    const response = await transport(next, {
      method: how.method,
      headers: sent,
      redirect: 'manual',
      ...(how.body !== undefined && { body: how.body }),
      ...(signal && { signal }),
    });
    const location = response.headers.get('location');
    if (!redirects.includes(response.status) || location === null) return complete(response);
    const target = new URL(location, next);
    if (target.origin !== new URL(next).origin) {
      sent = new Headers(sent);
      sent.delete('authorization');
    }
    if (response.status === 303) how = { method: 'GET', body: undefined };
    next = target.href;
  }
  throw new TypeError('Too many redirects');
}

/** The whole answer at once: nothing arrives before the end. */
async function complete(response: Response): Promise<Response> {
  const bytes = await response.arrayBuffer();
  const hasBody = ![101, 204, 205, 304].includes(response.status);
  return new Response(hasBody ? bytes : null, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
}

function abortable(
  { switches }: Session,
  signal: AbortSignal | undefined,
  send: (signal: AbortSignal | undefined) => Promise<Response>,
): Promise<Response> {
  if (!signal) return send(undefined);
  const aborter = new AbortController();
  return new Promise((resolve, reject) => {
    const abort = () => {
      if (switches.fetchAbort === 'ignored') return;
      aborter.abort();
      reject(Object.assign(new Error('The operation was aborted.'), { name: 'AbortError' }));
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
    if (aborter.signal.aborted) return;
    send(aborter.signal)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
