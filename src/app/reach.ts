import type { Secrets, Storage } from '../host/host';
import type { Configured } from '../routing/access';
import { catalog } from '../routing/catalog';
import type { Reach } from '../routing/model';
import { readKept } from './settings';

/** Where services are, by the settings, and what opens them, by the host's secret store. */
export function createReach(secrets: Secrets, storage: Storage): Reach {
  return {
    rootOf: async (provider) => (await readKept(storage)).settings.endpoints[provider],
    keyOf: (provider) => secrets.read(provider),
  };
}

/** What the retoucher has set for the services, as things stand now. */
export async function readConfigured(secrets: Secrets, storage: Storage): Promise<Configured> {
  const { endpoints, presets } = (await readKept(storage)).settings;
  const keys: string[] = [];
  for (const { id } of catalog.providers) if ((await secrets.read(id)) !== undefined) keys.push(id);
  return { keys, endpoints: Object.keys(endpoints), presets };
}
