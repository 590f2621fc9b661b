import { hostsFrom, secretsFrom, writeEndpoints } from '../headless/reachOptions';
import type { StageOptions } from '../photoshop/node/stage';

/** A plugin that finds services at addresses of the tests, with their keys in its secret store. */
export function reaching(
  endpoints: Readonly<Record<string, string>>,
  keys: Readonly<Record<string, string>>,
): Pick<StageOptions, 'secrets' | 'openHosts' | 'prepare'> {
  const reach = { endpoints, keys };
  return { secrets: secretsFrom(reach), openHosts: hostsFrom(reach), prepare: writeEndpoints(reach) };
}
