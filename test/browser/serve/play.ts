import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { findBrowser, noBrowser } from './findBrowser';
import { bundlePage } from './pageBundle';
import { serve } from './server';
import { watchPlugin } from './watchPlugin';

void play();

/** The built panel in a browser. It runs until it is stopped, and loads again when a source changes. */
async function play(): Promise<void> {
  try {
    const { open, port } = options();
    const bundle = await bundlePage();
    const server = await serve(bundle, port).catch((error: unknown) => {
      throw Reflect.get(Object(error), 'code') === 'EADDRINUSE' ? new Error(taken(port)) : error;
    });
    await bundle.watch(server.reload);
    watchPlugin(server.reload);
    console.log(
      `Inlay's panel beside a document: ${server.address}\nIt loads again when a source changes. Ctrl+C ends it.`,
    );
    if (open) openBrowser(server.address);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

function taken(port: number): string {
  return `Port ${port} is taken, perhaps by this very page in another terminal. Choose another: npm run play -- --port ${port + 1}`;
}

function options() {
  const { values } = parseArgs({
    options: { open: { type: 'boolean', default: true }, port: { type: 'string', default: '8123' } },
    allowNegative: true,
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('--port takes a number from 0 to 65535.');
  return { open: values.open, port };
}

/** A window of its own, without what a browser has around a page. */
function openBrowser(address: string): void {
  const browser = findBrowser();
  if (browser === undefined) {
    console.log(`${noBrowser()} Or open the address in the browser that you have.`);
    return;
  }
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(browser, [`--app=${address}`, ...asRoot], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log(`${browser} could not be started. Open the address in a browser.`));
  child.unref();
}
