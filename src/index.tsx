import './jitless';

import { createApp } from './app/app';
import { jobId } from './base/ids';
import { photoshopHost } from './host/photoshop/photoshopHost';
import { recorder } from './host/photoshop/recorder';
import { register } from './host/photoshop/register';
import { storage } from './host/photoshop/storage';
import { mountPanel } from './panel/mount';
import { models } from './providers';

const app = createApp({
  host: photoshopHost,
  storage,
  recorder,
  models,
  drawSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  drawJobId: () => jobId(crypto.randomUUID()),
});

register({
  inlayPanel: (root) => void mountPanel(root, app),
  repeatLast: () => app.menu.repeatLast(),
  removeSelection: () => app.menu.removeSelection(),
  playback: (request) => app.playback(request),
});

app.start();
