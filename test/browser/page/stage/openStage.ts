import { createColorEngine } from '../../../photoshop/color/colorEngine';
import { createCore, type PhotoshopCore } from '../../../photoshop/core';
import { closeDefaultView, createFence } from '../../../photoshop/fence/fence';
import { commonDefaults, ownNames } from '../../../photoshop/fence/ownNames';
import { createWebpReader, type WebpReader } from '../../../photoshop/files/readWebp';
import { knownProbes } from '../../../photoshop/globals';
import type { DocumentState } from '../../../photoshop/model/state';
import { createPhotoshop, type Photoshop } from '../../../photoshop/modules/createPhotoshop';
import type { Manifest } from '../../../photoshop/modules/uxp/manifest';
import { createMemoryFiles } from '../../../photoshop/modules/uxp/memoryFiles';
import { askForFile } from './askForFile';
import type { PanelFrame } from './panelFrame';
import { showing } from './pictureAddress';
import { throughServer } from './throughServer';

/** The built plugin, loaded into a Photoshop in this page, its panel shown in a frame. */
export interface Stage {
  readonly photoshop: Photoshop;
  readonly core: PhotoshopCore;
}

export async function openStage(frame: PanelFrame, language: string): Promise<Stage> {
  const [wasm, manifest, script] = await Promise.all([
    load('/lcms.wasm').then(async (answer) => new Uint8Array(await answer.arrayBuffer())),
    load('/plugin/manifest.json').then((answer) => answer.json() as Promise<Manifest>),
    load('/plugin/index.js').then((answer) => answer.text()),
  ]);
  const core = createCore(await createColorEngine(wasm), { readWebp });
  const files = createMemoryFiles();
  const photoshop = createPhotoshop({
    ...{ core, manifest, showing, language, files, askForFiles: (types) => askForFile(files, types) },
    // as though the plugin had been built with `--allow` for this machine
    openHosts: ['127.0.0.1', 'localhost'],
    transport: throughServer,
  });
  const probes = new Probes();
  const { globals, run } = createFence(namesFor(frame, photoshop, probes), probes);
  closeDefaultView(frame.document, globals);
  const { entrypoints } = photoshop.control;
  entrypoints.bundleBegins();
  run(script);
  entrypoints.bundleEnds();
  await entrypoints.createPanel('inlayPanel', frame.root);
  await entrypoints.showPanel('inlayPanel', frame.root);
  return { photoshop, core };
}

let webpReader: Promise<WebpReader> | undefined;

/** What it takes is loaded when the first such file comes. */
async function readWebp(bytes: Uint8Array): Promise<DocumentState> {
  webpReader ??= load('/webp.wasm').then(async (answer) =>
    createWebpReader(new Uint8Array(await answer.arrayBuffer())),
  );
  return (await webpReader)(bytes);
}

function namesFor({ window: view }: PanelFrame, photoshop: Photoshop, probes: Set<string>): Record<string, unknown> {
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'].map((name) => [
    name,
    (Reflect.get(window, name) as () => unknown).bind(window),
  ]);
  const defaults = {
    ...commonDefaults(),
    ...(Object.fromEntries(timers) as object),
    requestAnimationFrame: view.requestAnimationFrame.bind(view),
    cancelAnimationFrame: view.cancelAnimationFrame.bind(view),
    console,
  };
  const own = ownNames({ window: view, modules: photoshop.modules, defaults, supplied: photoshop.globals }, probes);
  for (const name of ['innerWidth', 'innerHeight'] as const) {
    Object.defineProperty(own, name, { get: () => view[name], configurable: true, enumerable: true });
  }
  // there is one pixel per pixel in UXP
  return Object.assign(own, { devicePixelRatio: 1 });
}

/** Says so when the plugin asks for something that UXP lacks, unless it is known to do without. */
class Probes extends Set<string> {
  override add(name: string): this {
    if (!this.has(name) && !Object.hasOwn(knownProbes, name)) {
      // eslint-disable-next-line no-console -- this is where a developer looks
      console.warn(`The plugin asked for ${name}, which UXP lacks.`);
    }
    return super.add(name);
  }
}

async function load(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} cannot be loaded (${answer.status}). Is the plugin built? npm run build`);
  return answer;
}
