import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Hands a request of the page on to a service on this machine: a browser would not let the page read the answer. Status
 * and headers come back as one header of JSON, so that the browser follows no redirect by itself.
 */
export async function reach(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const address = searchParams.get('to') ?? '';
  if (!isOnThisMachine(address)) {
    response.writeHead(403).end('Only services on this machine are reached.');
    return;
  }
  try {
    const body = await bodyOf(request);
    const answer = await fetch(address, {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      redirect: 'manual',
      ...(body.length > 0 && { body }),
    });
    const head = JSON.stringify({ status: answer.status, headers: [...answer.headers] });
    response.writeHead(200, { 'x-answer': encodeURIComponent(head), 'cache-control': 'no-store' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  } catch (error) {
    response.writeHead(502).end(error instanceof Error ? error.message : String(error));
  }
}

function isOnThisMachine(address: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\//.test(address);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}

/** What the plugin sent, apart from what every browser adds. */
function headersOf({ headers }: IncomingMessage): [string, string][] {
  const added = /^(host|connection|content-length|accept-.*|origin|referer|user-agent|sec-.*|cookie)$/;
  return Object.entries(headers).flatMap(([name, value]) =>
    added.test(name) || value === undefined ? [] : [[name, String(value)] satisfies [string, string]],
  );
}
