import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright-core';
import { root } from '../../build/root';
import { findBrowser, noBrowser } from '../serve/findBrowser';
import { bundlePage } from '../serve/pageBundle';
import { serve } from '../serve/server';

/** The page in a browser without a window, and what it said on its console. */
export interface Play {
  readonly page: Page;
  /** The plugin's panel. */
  readonly panel: FrameLocator;
  /** Everything on the console, and every error that nobody caught. */
  readonly messages: readonly string[];
  /** Loads the page afresh, as it is set up in the address. */
  readonly visit: (set?: {
    readonly theme?: string;
    readonly width?: number;
    readonly language?: string;
  }) => Promise<void>;
  /** Tells the page that a source has changed. */
  readonly change: () => void;
  /** Keeps a picture under `out/browser/`. */
  readonly photograph: (name: string, what: 'page' | 'panel') => Promise<void>;
  readonly close: () => Promise<void>;
}

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** Throws a sentence for a person where there is no browser. */
export async function openPlay(): Promise<Play> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(noBrowser());
  const bundle = await bundlePage();
  const server = await serve(bundle, 0);
  const folder = mkdtempSync(join(tmpdir(), 'inlay-browser-'));
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: flags,
    headless: true,
    viewport: { width: 1360, height: 860 },
    acceptDownloads: true,
  });
  const messages: string[] = [];
  const page = await listenedTo(browser, messages);
  return {
    page,
    panel: page.frameLocator('iframe'),
    messages,
    change: server.reload,
    async visit({ theme = 'darkest', width = 300, language = 'en_US' } = {}) {
      await page.goto(`${server.address}?theme=${theme}&width=${width}&language=${language}`);
      await page.frameLocator('iframe').locator('.panel').waitFor();
    },
    async photograph(name, what) {
      mkdirSync(pictures, { recursive: true });
      const target = what === 'panel' ? page.locator('.panel-column') : page;
      await target.screenshot({ path: join(pictures, `${name}.png`) });
    },
    async close() {
      await browser.close();
      await server.close();
      await bundle.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const pictures = join(root, 'out', 'browser');

async function listenedTo(browser: BrowserContext, messages: string[]): Promise<Page> {
  const page = browser.pages().at(0) ?? (await browser.newPage());
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    // what was still on its way when the page was left, the stream of changes among it, is not missing
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    messages.push(`not loaded: ${request.url()}`);
  });
  return page;
}
