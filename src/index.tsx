import './jitless';

import { createApp } from './app/app';
import { createReach } from './app/reach';
import { jobId } from './base/ids';
import { realPace } from './base/pace';
import { createRandom } from './base/random';
import { filePicker } from './host/photoshop/filePicker';
import { hostLocale } from './host/photoshop/locale';
import { photoshopHost } from './host/photoshop/photoshopHost';
import { recorder } from './host/photoshop/recorder';
import { register } from './host/photoshop/register';
import { secrets } from './host/photoshop/secrets';
import { storage } from './host/photoshop/storage';
import { speak } from './languages';
import { mountPanel } from './panel/mount';
import { createServing } from './providers/models';
import { catalog } from './routing/catalog';

// before anything is said
speak(hostLocale());

const drawSeed = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
const tools = { reach: createReach(secrets, storage), pace: realPace, random: createRandom(drawSeed()) };
const serve = createServing(tools);
let models = serve(catalog.models);

const app = createApp({
  host: photoshopHost,
  storage,
  recorder,
  secrets,
  picker: filePicker,
  models: {
    present: () => models,
    use: (other) => {
      models = serve(other.models);
    },
  },
  drawSeed,
  drawJobId: () => jobId(crypto.randomUUID()),
});

register({
  inlayPanel: (root) => void mountPanel(root, app),
  repeatLast: () => app.menu.repeatLast(),
  removeSelection: () => app.menu.removeSelection(),
  playback: (request) => app.playback(request),
  plan: (request) => app.plan(request),
});

app.start();
