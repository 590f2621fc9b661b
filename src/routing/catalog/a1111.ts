import type { ProviderSpec } from '../model';
import type { BuiltInModel } from '../strongPoints';
import { strengths } from './strengths';

export const a1111: ProviderSpec = {
  id: 'a1111',
  label: 'A1111 / Forge',
  key: 'own',
  root: 'http://127.0.0.1:7860',
  hosts: ['127.0.0.1', 'localhost'],
  resultHosts: [],
  concurrency: 1,
  cancel: 'real',
  progress: 'steps',
};

export const a1111Models: readonly BuiltInModel[] = [
  {
    id: 'a1111-inpaint',
    aliases: ['a1111', 'forge'],
    provider: 'a1111',
    wireId: 'img2img',
    family: 'a1111-inpaint',
    label: 'A1111 / Forge inpaint',
    strongPoint: 'Your own server',
    operations: ['inpaint', 'remove'],
    mask: 'soft',
    references: 0,
    takes: 'srgb8',
    size: { kind: 'multiples', of: 8, minSide: 256, maxSide: 2048, maxPixels: 2_097_152 },
    variantsPerCall: 8,
    price: { kind: 'free' },
    strengths: strengths(2, { precision: 4, photorealism: 3, text: 1, removal: 3 }),
    cleanPasses: 4,
    usualSeconds: 20,
    retention: 'Stays on the server that you have set.',
  },
];
