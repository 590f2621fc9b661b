import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColorEngine } from '../color/colorEngine';
import { createCore, type PhotoshopCore } from '../core';
import { createPhotoshop, type Photoshop } from '../modules/createPhotoshop';
import { type Switches, switchesFrom } from '../modules/switches';
import type { FileLayer } from '../modules/uxp/files';
import { nothingKept } from '../modules/uxp/kept';
import type { Manifest } from '../modules/uxp/manifest';
import { createMemoryFiles } from '../modules/uxp/memoryFiles';
import { encodeUtf8 } from '../modules/uxp/utf8';
import { type Context, createContext, createSeparateContext } from './context';
import { createLineage } from './lineage';
import { littleCms } from './littleCms';
import { createNodeFiles } from './nodeFiles';
import type { Theme } from './page';
import { readWebp } from './webp';

export interface StageOptions {
  /** Where the built plugin lies. */
  readonly plugin: string;
  /** The plugin's data folder on disk; without it the run has a fresh one in memory. */
  readonly data?: string | undefined;
  /** What the plugin's secret store holds. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Hosts of which every port may be reached, as though each had been listed when the plugin was built. */
  readonly openHosts?: readonly string[];
  /** Does something to the plugin's data folder before the plugin begins. */
  readonly prepare?: (files: FileLayer, folder: string) => Promise<void>;
  readonly switches?: Partial<Switches>;
  /** Whether the plugin shares the classes of the stand-in, or lives where no code is made from strings at all. */
  readonly realm?: 'shared' | 'separate';
  readonly width?: number;
  /** Photoshop's own, such as `de_DE`. */
  readonly language?: string;
  readonly theme?: Theme;
  /** How many times faster the plugin's long waits pass, by its own clock too: a minute's patience in a blink. */
  readonly hurry?: number;
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
  secrets = {},
  openHosts = [],
  prepare,
  language = 'en_US',
  ...page
}: StageOptions): Promise<Stage> {
  const habits = switchesFrom(switches);
  const core = createCore(await createColorEngine(littleCms()), { workingRgb: () => habits.workingRgb, readWebp });
  const read = (name: string) => readFileSync(join(plugin, name), 'utf8');
  const files = data === undefined ? createMemoryFiles() : createNodeFiles();
  const folders = data === undefined ? undefined : foldersFor(data, plugin);
  await prepare?.(files, folders?.data ?? '/PluginData');
  const photoshop = createPhotoshop({
    core,
    manifest: JSON.parse(read('manifest.json')) as Manifest,
    switches,
    language,
    lineage: createLineage(),
    files,
    ...(folders && { folders }),
    kept: {
      ...nothingKept(),
      secrets: new Map(Object.entries(secrets).map(([name, text]) => [name, encodeUtf8(text)])),
    },
    openHosts,
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
