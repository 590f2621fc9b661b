import { createApp } from '../../src/app/app';
import { createReach } from '../../src/app/reach';
import type { Report } from '../../src/app/report';
import { jobId } from '../../src/base/ids';
import type { Pace } from '../../src/base/pace';
import { createRandom } from '../../src/base/random';
import { createServing } from '../../src/providers/models';
import { catalog } from '../../src/routing/catalog';
import type { Running } from '../servers/kit';
import {
  createMemoryHost,
  createMemoryPicker,
  createMemoryRecorder,
  createMemorySecrets,
  createMemoryStorage,
  type MemoryHost,
} from './memoryHost';

export interface JobsOverServers {
  readonly host: MemoryHost;
  /** Asks for one edit, as a recorded Action does. */
  readonly ask: (request: object) => Promise<Report>;
}

export const key = 'secret-key-0123456789';

/** The app without Photoshop, with the real services' adapters, connected to servers of the tests by their names. */
export function jobsOverServers(
  servers: Readonly<Record<string, Pick<Running, 'address'>>>,
  pace: Pace,
  most = Infinity,
): JobsOverServers {
  const host = createMemoryHost();
  const storage = createMemoryStorage();
  const secrets = createMemorySecrets(new Map(Object.keys(servers).map((name) => [name, key])));
  const endpoints = Object.fromEntries(Object.entries(servers).map(([name, { address }]) => [name, address]));
  storage.texts.set('settings.json', JSON.stringify({ settings: { endpoints } }));
  const random = createRandom(1);
  const tools = { reach: createReach(secrets, storage), pace, random, most };
  const serve = createServing(tools);
  let models = serve(catalog.models);
  const app = createApp({
    ...{ host, storage, secrets, recorder: createMemoryRecorder() },
    picker: createMemoryPicker(),
    models: {
      present: () => models,
      use: (other) => {
        models = serve(other.models);
      },
    },
    drawSeed: () => random.below(1000),
    drawJobId: () => jobId(`job-${String(random.below(1_000_000_000))}`),
  });
  return { host, ask: (request) => app.playback(request) };
}
