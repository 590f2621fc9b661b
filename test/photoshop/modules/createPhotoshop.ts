import { createAction } from './action/action';
import { createHostClock, type HostClock } from './clock';
import { createControl, type Control } from './control/control';
import type { Core } from './core';
import { createCoreModule } from './coreModule/coreModule';
import { createApp } from './dom/app';
import { createConstants } from './dom/constants';
import { Events } from './events';
import { createFetch, type Transport } from './globals/fetch';
import { createImageBlob, ObjectUrls, type Showing } from './globals/imageBlob';
import { createUrl } from './globals/url';
import { createWebStorage } from './globals/webStorage';
import { ImageStore } from './imaging/imageStore';
import { createImaging } from './imaging/imaging';
import { createMeter } from './meter';
import type { Lineage } from './modal/lineage';
import { Modal } from './modal/modal';
import { createRequire, unbuiltModules } from './require';
import { createRuleBook } from './rules';
import type { Session } from './session';
import { strict } from './strict';
import { switchesFrom, type Switches } from './switches';
import { Entries } from './uxp/entries';
import { Entrypoints } from './uxp/entrypoints';
import { Files, type FileLayer } from './uxp/files';
import { nothingKept, type Kept } from './uxp/kept';
import type { PickerAnswers, PluginFolders } from './uxp/localFileSystem';
import type { Manifest } from './uxp/manifest';
import { createMemoryFiles } from './uxp/memoryFiles';
import { createUxp } from './uxp/uxp';
import { Workspace } from './workspace';

export interface PhotoshopOptions {
  /** What knows pixels, profiles and files. */
  readonly core: Core;
  readonly manifest: Manifest;
  /** Habits of the platform other than the defaults. */
  readonly switches?: Partial<Switches>;
  readonly files?: FileLayer;
  readonly folders?: PluginFolders;
  /** What an earlier session left behind. */
  readonly kept?: Kept;
  readonly transport?: Transport;
  /** Hosts of which every port may be reached, beside the manifest's addresses. */
  readonly openHosts?: readonly string[];
  /** Without it object URLs are names that nothing shows. */
  readonly showing?: Showing;
  /** Without it a call counts as nested whenever a scope runs. */
  readonly lineage?: Lineage;
  readonly clock?: HostClock;
  /** The longest scope that is no refusal, in milliseconds. */
  readonly modalBudgetMs?: number;
  readonly developerMode?: boolean;
  readonly seed?: number;
  readonly hostVersion?: string;
  readonly language?: string;
  /** Who is asked for files where no answer was given beforehand: types in, paths on the disk out. */
  readonly askForFiles?: (types: readonly string[]) => Promise<readonly string[]>;
  /** Hears of what a listener of the plugin threw. */
  readonly onListenerError?: (error: unknown) => void;
}

export type Photoshop = ReturnType<typeof createPhotoshop>;
export type PhotoshopModule = Photoshop['modules']['photoshop'];
export type UxpModule = Photoshop['modules']['uxp'];

/** A Photoshop without Photoshop: its modules and globals for a plugin, and the hand of its user for a test. */
export function createPhotoshop(options: PhotoshopOptions) {
  const session = createSession(options);
  const kept = options.kept ?? nothingKept();
  const { askForFiles: ask } = options;
  const pickers: PickerAnswers = { opening: [], saving: [], folder: [], ...(ask && { ask }) };
  const opened: string[] = [];
  const urls = new ObjectUrls(options.showing);
  const entrypoints = new Entrypoints(session, options.manifest);
  const folders = options.folders ?? { data: '/PluginData', temporary: '/PluginTemp', plugin: '/Plugin' };
  const { hostVersion = '27.4.0', language = 'en_US', manifest } = options;
  const photoshop = strict(session.book, 'photoshop', {
    app: createApp(session),
    core: createCoreModule(session),
    action: createAction(session),
    imaging: createImaging(session),
    constants: createConstants(session.book),
  });
  const uxp = createUxp(session, { manifest, folders, pickers, kept, entrypoints, opened, hostVersion, language });
  const modules = { photoshop, uxp, ...unbuiltModules(session.book) };
  const transport: Transport = options.transport ?? ((address, init) => fetch(address, init));
  const control: Control = createControl(session, { entrypoints, pickers, opened, urls, manifest });
  return {
    modules,
    require: createRequire(session.book, modules),
    globals: {
      fetch: createFetch(session, { ...manifest, hosts: options.openHosts ?? [] }, transport),
      ImageBlob: createImageBlob(session),
      URL: createUrl(session, urls),
      localStorage: createWebStorage(kept.local),
      sessionStorage: createWebStorage(new Map()),
    },
    control,
    kept,
  };
}

function createSession(options: PhotoshopOptions): Session {
  const book = createRuleBook();
  const switches = switchesFrom(options.switches);
  const clock = options.clock ?? createHostClock();
  const modal = new Modal(() => session);
  const { onListenerError = () => {} } = options;
  const events = new Events(clock, switches, () => modal.isSilent, onListenerError);
  const session: Session = {
    book,
    switches,
    clock,
    meter: createMeter(),
    core: options.core,
    lineage: options.lineage,
    modal,
    modalBudgetMs: options.modalBudgetMs ?? 2000,
    events,
    workspace: new Workspace(switches),
    images: new ImageStore(),
    files: new Files(options.files ?? createMemoryFiles()),
    entries: new Entries(book),
    alerts: [],
    recording: { on: false, steps: [] },
    developerMode: options.developerMode ?? false,
    onHostCall: new Set(),
    counters: { hostCalls: 0 },
    reportHistory: ({ id, history }) =>
      events.emit('action', 'historyStateChanged', {
        documentID: id,
        ID: history.active.id,
        name: history.active.name,
      }),
    random: randomFrom(options.seed ?? 1),
  };
  return session;
}

/** Mulberry32 (Tommy Ettinger, 2017). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}
