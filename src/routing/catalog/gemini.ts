import type { ModelSpec, ProviderSpec } from '../model';
import type { BuiltInModel } from '../strongPoints';
import { laterNanoBanana, nanoBanana } from './strengths';

export const gemini: ProviderSpec = {
  id: 'gemini',
  label: 'Google Gemini',
  key: 'required',
  root: 'https://generativelanguage.googleapis.com',
  hosts: ['generativelanguage.googleapis.com'],
  resultHosts: [],
  concurrency: 8,
  cancel: 'none',
  progress: 'none',
};

export const ratios = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'];
export const longRatios = [...ratios, '1:4', '4:1', '1:8', '8:1'];

const half = { name: '512', pixels: 262_144 };
export const oneK = { name: '1K', pixels: 1_048_576 };
export const upToFourK = [oneK, { name: '2K', pixels: 4_194_304 }, { name: '4K', pixels: 16_777_216 }];

const banana = {
  provider: 'gemini',
  operations: ['instruct', 'inpaint', 'remove', 'outpaint', 'style', 'replace', 'generate'],
  mask: 'none',
  references: 13,
  takes: 'srgb8',
  variantsPerCall: 1,
  cleanPasses: 6,
  retention: 'Kept for a limited time to detect abuse; with a free key also used to improve the models.',
} as const satisfies Partial<ModelSpec>;

export const geminiModels: readonly BuiltInModel[] = [
  {
    ...banana,
    id: 'gemini-nano-banana-2.1',
    aliases: ['nano-banana-2.1'],
    wireId: 'gemini-nano-banana-2.1',
    family: 'nano-banana-2.1',
    label: 'Nano Banana 2.1',
    strongPoint: 'Best at following instructions',
    size: { kind: 'ratios', ratios: longRatios, tiers: upToFourK },
    price: { kind: 'per-tier', dollars: { '1K': 0.034 }, in: 0, otherwiseAtMost: 0.151, basis: 'estimate' },
    strengths: laterNanoBanana,
    usualSeconds: 14,
  },
  {
    ...banana,
    id: 'gemini-3.1-flash-image',
    aliases: ['gemini-3.1-flash-image-preview', 'nano-banana-2'],
    wireId: 'gemini-3.1-flash-image',
    family: 'nano-banana-2',
    label: 'Nano Banana 2',
    strongPoint: 'Best at following instructions',
    size: { kind: 'ratios', ratios: longRatios, tiers: [half, ...upToFourK] },
    price: {
      kind: 'per-tier',
      dollars: { '512': 0.045, '1K': 0.067, '2K': 0.101, '4K': 0.151 },
      in: 0,
      otherwiseAtMost: 0.151,
      basis: 'listed',
    },
    strengths: laterNanoBanana,
    usualSeconds: 12,
    successor: 'gemini-nano-banana-2.1',
  },
  {
    ...banana,
    id: 'gemini-3-pro-image',
    aliases: ['gemini-3-pro-image-preview', 'nano-banana-pro', 'nano-banana-pro-preview'],
    wireId: 'gemini-3-pro-image',
    family: 'nano-banana-pro',
    label: 'Nano Banana Pro',
    strongPoint: 'Best at following instructions',
    size: { kind: 'ratios', ratios, tiers: upToFourK },
    price: {
      kind: 'per-tier',
      dollars: { '1K': 0.134, '2K': 0.134, '4K': 0.24 },
      in: 0.0011,
      otherwiseAtMost: 0.24,
      basis: 'listed',
    },
    strengths: laterNanoBanana,
    usualSeconds: 25,
  },
  {
    ...banana,
    id: 'gemini-2.5-flash-image',
    aliases: ['gemini-2.5-flash-image-preview', 'nano-banana', 'nano-banana-edit'],
    wireId: 'gemini-2.5-flash-image',
    family: 'nano-banana',
    label: 'Nano Banana',
    strongPoint: 'Best at following instructions',
    references: 2,
    size: { kind: 'ratios', ratios, tiers: [oneK] },
    price: { kind: 'per-picture', dollars: 0.039, basis: 'listed' },
    strengths: nanoBanana,
    usualSeconds: 10,
    goneSince: '2026-10-02',
    successor: 'gemini-3.1-flash-image',
  },
];
