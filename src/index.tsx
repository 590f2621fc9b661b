import './jitless';

import { entrypoints } from 'uxp';
import { createApp } from './app/app';
import type { JobId } from './base/ids';
import { photoshopHost } from './host/photoshop/photoshopHost';
import { playbackFunction, recorder } from './host/photoshop/recorder';
import { storage } from './host/photoshop/storage';
import { mountPanel } from './panel/mount';
import { models } from './providers';

const app = createApp({
  host: photoshopHost,
  storage,
  recorder,
  models,
  drawSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  drawJobId: () => crypto.randomUUID() as JobId,
});

app.start();

entrypoints.setup({
  panels: { inlayPanel: { create: (root) => void mountPanel(root, app) } },
  commands: { repeatLast: () => app.menu.repeatLast(), removeSelection: () => app.menu.removeSelection() },
});

// a recorded Action calls a global function by its name, with Photoshop's context and the request
Object.assign(globalThis, { [playbackFunction]: (_context: unknown, request: unknown) => app.playback(request) });
