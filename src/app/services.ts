import type { Secrets } from '../host/host';
import type { ModelSpec, ProviderSpec } from '../routing/model';
import type { Service, Settings } from './state';

/** What the settings show of every service. Of a key no more than its end, by which the retoucher knows it. */
export async function readServices(
  providers: readonly ProviderSpec[],
  models: readonly ModelSpec[],
  settings: Settings,
  secrets: Secrets,
): Promise<readonly Service[]> {
  const services: Service[] = [];
  for (const provider of providers) {
    const { id, label, key: needs, root } = provider;
    const key = needs === 'none' ? undefined : await secrets.read(id);
    services.push({
      ...{ id, label, needs, usualAddress: root },
      key: standingOf(id, key, settings),
      ending: endOf(key ?? ''),
      address: settings.endpoints[id] ?? '',
      preset: settings.presets[id] ?? '',
      presets: presetsOf(id, models),
      through: providers.find((other) => other.id === provider.uploadsThrough)?.label,
    });
  }
  return services;
}

/** The store may have been emptied since the key was entered. */
function standingOf(id: string, key: string | undefined, { keyed }: Settings): Service['key'] {
  if (key !== undefined) return 'kept';
  return keyed.includes(id) ? 'lost' : 'none';
}

/** Too short a key would be told whole. */
function endOf(key: string): string {
  return key.length < 16 ? '' : key.slice(-4);
}

/** The kinds of server that may stand behind an address, besides the service itself. */
function presetsOf(provider: string, models: readonly ModelSpec[]): Service['presets'] {
  const found = new Map<string, string>();
  for (const { provider: by, preset, label } of models) {
    if (by === provider && preset !== undefined && !found.has(preset)) found.set(preset, label);
  }
  return [...found].map(([id, label]) => ({ id, label }));
}
