import type { ModelSpec, ProviderSpec } from './model';

/** What the retoucher has set for the services; ids of providers. */
export interface Configured {
  /** A key was given, be it an empty one, which says that none is needed. */
  readonly keys: readonly string[];
  /** An address of one's own was given. */
  readonly endpoints: readonly string[];
  /** The kind of server behind a provider's address, where it is not the service itself. */
  readonly presets: Readonly<Record<string, string>>;
}

/** Whether a model can be called, and what is in the way. */
export type Access =
  | { readonly kind: 'open' }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'no-address' }
  /** It needs the storage of the provider named, to which there is no key. */
  | { readonly kind: 'no-storage'; readonly through: string }
  /** The address leads to another kind of server. */
  | { readonly kind: 'other-server' }
  /** There is an address of the retoucher's, and what kind of server stands there is not said. */
  | { readonly kind: 'unknown-server' };

/** What is in the way of calling `spec`, as things are set. */
export function accessTo(spec: ModelSpec, provider: ProviderSpec, configured: Configured): Access {
  const access = accessToProvider(provider, configured);
  if (access.kind !== 'open') return access;
  const preset = configured.presets[provider.id];
  if (preset === spec.preset) return access;
  const isUnknown = preset === undefined && configured.endpoints.includes(provider.id);
  return { kind: isUnknown ? 'unknown-server' : 'other-server' };
}

function accessToProvider({ id, key, uploadsThrough }: ProviderSpec, { keys, endpoints }: Configured): Access {
  switch (key) {
    case 'none':
      return { kind: 'open' };
    case 'own':
      return keys.includes(id) || endpoints.includes(id) ? { kind: 'open' } : { kind: 'no-address' };
    case 'required':
      if (!keys.includes(id)) return { kind: 'no-key' };
      return uploadsThrough === undefined || keys.includes(uploadsThrough)
        ? { kind: 'open' }
        : { kind: 'no-storage', through: uploadsThrough };
  }
}

/** Nothing set: what a newcomer has. */
export const nothingConfigured: Configured = { keys: [], endpoints: [], presets: {} };
