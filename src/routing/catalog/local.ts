import type { ProviderSpec } from '../model';
import type { BuiltInModel } from '../strongPoints';
import { strengths } from './strengths';

export const localProvider: ProviderSpec = {
  id: 'local',
  label: 'Inlay',
  key: 'none',
  root: '',
  hosts: [],
  resultHosts: [],
  concurrency: 1,
  cancel: 'real',
  progress: 'share',
};

/**
 * Our own engine: it continues textures and does not know what a thing is, so large holes are not for it. It takes over
 * palette and light and fits in what a reference shows, but follows no words: there, any other model comes first.
 */
export const inlayLocal: BuiltInModel = {
  id: 'inlay-local',
  aliases: ['local'],
  provider: 'local',
  wireId: 'inlay-local',
  family: 'inlay-local',
  label: 'Inlay Local',
  strongPoint: 'Works offline',
  operations: ['remove', 'outpaint', 'style', 'replace'],
  mask: 'binary',
  references: 16,
  takes: 'document',
  size: { kind: 'as-the-input', maxPixels: 8_000_000 },
  variantsPerCall: 1,
  price: { kind: 'free' },
  strengths: strengths(1, { precision: 5, photorealism: 3, removal: 5 }),
  cleanPasses: 20,
  holdsUpToPixels: 400_000,
  lastResortFor: ['style', 'replace'],
  usualSeconds: 2,
  retention: 'Nothing leaves this machine.',
};
