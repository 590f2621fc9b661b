import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { distFolder, root } from '../../build/root';
import type { PageBundle } from './pageBundle';
import { reach } from './reach';

/** The page on the machine's own address. */
export interface PlayServer {
  readonly address: string;
  /** Tells the open pages to load again. */
  readonly reload: () => void;
  readonly close: () => Promise<void>;
}

/** Serves the page, the built plugin and our photographs; port 0 takes any free one. */
export async function serve(bundle: PageBundle, port: number): Promise<PlayServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => answer(bundle, listeners, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${taken}/`,
    reload: () => listeners.forEach((listener) => listener.write('data: reload\n\n')),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  bundle: PageBundle,
  listeners: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/changes') {
    keepOpen(listeners, request, response);
    return;
  }
  if (pathname === '/reach') {
    void reach(request, response);
    return;
  }
  const made = bundle.file(pathname);
  if (made) {
    response.writeHead(200, headersFor(pathname)).end(made);
    return;
  }
  const path = fileFor(pathname);
  if (path === undefined || !existsSync(path) || !statSync(path).isFile()) {
    response.writeHead(404).end('There is nothing here.');
    return;
  }
  response.writeHead(200, headersFor(path));
  createReadStream(path).pipe(response);
}

/** A stream of events that lasts as long as the page. */
function keepOpen(listeners: Set<ServerResponse>, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 500\n\n');
  listeners.add(response);
  request.on('close', () => listeners.delete(response));
}

const browserFolder = join(root, 'test', 'browser');

const pages: Readonly<Record<string, string>> = {
  '/': join(browserFolder, 'page', 'index.html'),
  '/panel.html': join(browserFolder, 'frame', 'panel.html'),
  '/favicon.ico': join(root, 'icons', 'plugin@2x.png'),
  '/lcms.wasm': join(dirname(require.resolve('lcms-wasm')), 'lcms.wasm'),
  '/webp.wasm': require.resolve('@jsquash/webp/codec/dec/webp_dec.wasm'),
};

const folders: Readonly<Record<string, string>> = {
  '/plugin/': distFolder,
  '/photos/': join(root, 'test', 'fixtures', 'photos'),
};

function fileFor(pathname: string): string | undefined {
  const page = pages[pathname];
  if (page !== undefined) return page;
  const start = Object.keys(folders).find((folder) => pathname.startsWith(folder));
  if (start === undefined) return undefined;
  const inside = normalize(decodeURIComponent(pathname.slice(start.length)));
  return inside.startsWith('..') ? undefined : join(folders[start] ?? '', inside);
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

function headersFor(path: string) {
  return { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'cache-control': 'no-store' };
}
