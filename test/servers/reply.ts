import type { ServerResponse } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes out as JSON. */
  readonly body?: object | Uint8Array | string;
}

/** Sends a whole reply. */
export function send(response: ServerResponse, { status, headers, body = '' }: Reply, method = 'GET'): void {
  const { type, bytes } = asBytes(body);
  response.writeHead(status, { 'content-type': type, 'content-length': String(bytes.length), ...headers });
  response.end(method === 'HEAD' ? undefined : bytes);
}

export function asBytes(body: NonNullable<Reply['body']>): { readonly type: string; readonly bytes: Buffer } {
  if (body instanceof Uint8Array) return { type: 'image/png', bytes: Buffer.from(body) };
  if (typeof body === 'string') return { type: 'text/html', bytes: Buffer.from(body) };
  return { type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) };
}
