import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColorEngine } from '../color/colorEngine';
import { createCore, type PhotoshopCore } from '../core';
import { createPhotoshop, type Photoshop } from '../modules/createPhotoshop';
import type { Switches } from '../modules/switches';
import type { Manifest } from '../modules/uxp/manifest';
import { type Context, createContext, createSeparateContext } from './context';
import { createLineage } from './lineage';
import { littleCms } from './littleCms';
import { createNodeFiles } from './nodeFiles';
import type { Theme } from './page';

export interface StageOptions {
  /** Where the built plugin lies. */
  readonly plugin: string;
  /** The plugin's data folder on disk; without it the run has a fresh one in memory. */
  readonly data?: string | undefined;
  readonly switches?: Partial<Switches>;
  /** Whether the plugin shares the classes of the stand-in, or lives where no code is made from strings at all. */
  readonly realm?: 'shared' | 'separate';
  readonly width?: number;
  readonly theme?: Theme;
}

/** The built plugin, loaded into a Photoshop without Photoshop. */
export interface Stage {
  readonly photoshop: Photoshop;
  readonly core: PhotoshopCore;
  readonly context: Context;
  /** Stops the plugin. */
  close(): Promise<void>;
}

export async function openStage({
  plugin,
  data,
  switches = {},
  realm = 'shared',
  ...page
}: StageOptions): Promise<Stage> {
  const core = createCore(await createColorEngine(littleCms()));
  const read = (name: string) => readFileSync(join(plugin, name), 'utf8');
  const photoshop = createPhotoshop({
    core,
    manifest: JSON.parse(read('manifest.json')) as Manifest,
    switches,
    lineage: createLineage(),
    ...(data === undefined ? {} : { files: createNodeFiles(), folders: foldersFor(data, plugin) }),
  });
  const create = realm === 'shared' ? createContext : createSeparateContext;
  const context = create({
    bundle: read('index.js'),
    modules: photoshop.modules,
    globals: photoshop.globals,
    page: read('index.html'),
    styles: read('panel.css'),
    ...page,
  });
  photoshop.control.entrypoints.bundleBegins();
  context.run();
  photoshop.control.entrypoints.bundleEnds();
  return { photoshop, core, context, close: () => context.dispose() };
}

function foldersFor(data: string, plugin: string) {
  return { data, temporary: join(data, '.temporary'), plugin };
}
