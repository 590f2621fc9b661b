import type { ModelSpec } from './model';

/** The models that can be called, as data. */
export const inlayLocal: ModelSpec = {
  id: 'inlay-local',
  alias: 'local',
  provider: 'local',
  label: 'Inlay Local',
  strongPoint: 'Works offline',
  operations: ['remove'],
  mask: 'binary',
  takes: 'document',
  size: { kind: 'as-the-input', maxPixels: 8_000_000 },
  price: { kind: 'free' },
};
