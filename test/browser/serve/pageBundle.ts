import { join } from 'node:path';
import { type BuildContext, type BuildOptions, context } from 'esbuild';
import { root } from '../../build/root';

/** The scripts and style sheets of the page itself, by their names on the server. */
export interface PageBundle {
  readonly file: (name: string) => Uint8Array | undefined;
  /** Builds again whenever a source changes, and says so. */
  readonly watch: (changed: () => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Throws where a source is at fault. */
export async function bundlePage(): Promise<PageBundle> {
  const files = new Map<string, Uint8Array>();
  let changed = () => {};
  const builder = await context({
    ...options,
    plugins: [
      {
        name: 'keep',
        setup: (build) =>
          build.onEnd(({ errors, outputFiles = [] }) => {
            if (errors.length > 0) return;
            for (const { path, contents } of outputFiles) files.set(`/${path.slice(outFolder.length + 1)}`, contents);
            changed();
          }),
      },
    ],
  });
  await firstBuild(builder);
  return {
    file: (name) => files.get(name),
    async watch(hear) {
      await builder.watch();
      changed = hear;
    },
    close: () => builder.dispose(),
  };
}

async function firstBuild(builder: BuildContext): Promise<void> {
  try {
    await builder.rebuild();
  } catch (error) {
    await builder.dispose();
    throw error;
  }
}

const browserFolder = join(root, 'test', 'browser');
const outFolder = join(root, 'out', 'play');

const options: BuildOptions = {
  absWorkingDir: root,
  entryPoints: [
    { in: join(browserFolder, 'page', 'main.tsx'), out: 'page' },
    { in: join(browserFolder, 'page', 'page.css'), out: 'page' },
    { in: join(browserFolder, 'frame', 'widgets.ts'), out: 'widgets' },
    { in: join(browserFolder, 'frame', 'frame.css'), out: 'frame' },
  ],
  outdir: outFolder,
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  jsx: 'automatic',
  sourcemap: 'inline',
  logLevel: 'warning',
  // One of the packages asks for Node's arrays of bytes where it could take anyone's.
  // Another looks for its WebAssembly beside itself, although it is handed over.
  define: { Buffer: 'Uint8Array', 'process.env.NODE_ENV': '"production"', 'import.meta.url': '"https://localhost/"' },
  // It also looks for Node, and finds that it is in a page.
  external: ['module'],
  logOverride: { 'empty-import-meta': 'silent' },
};
