import type { ModelSpec, ProviderSpec } from '../model';
import type { BuiltInModel } from '../strongPoints';
import { oneK } from './gemini';
import { flux2Max, flux2Pro, laterNanoBanana, nanoBanana, strengths } from './strengths';

export const versely: ProviderSpec = {
  id: 'versely',
  label: 'Versely',
  key: 'required',
  root: 'https://api.versely.studio',
  hosts: ['api.versely.studio'],
  resultHosts: ['*.versely.studio', 'fal.media', '*.fal.media'],
  concurrency: 4,
  cancel: 'none',
  progress: 'none',
  uploadsThrough: 'fal',
};

/** `wireId` is the name that the service shows; its own list decides at run time what it is called today. */
const named = {
  provider: 'versely',
  mask: 'none',
  takes: 'srgb8',
  size: { kind: 'ratios', ratios: ['1:1', '16:9', '9:16', '4:3', '3:4'], tiers: [oneK] },
  variantsPerCall: 4,
  price: { kind: 'unlisted', atMost: 0.3 },
  retention: 'See the terms of Versely; pictures are sent by way of public links.',
} as const satisfies Partial<ModelSpec>;

const editing = ['instruct', 'inpaint', 'remove', 'outpaint', 'style', 'replace'] as const;
const banana = {
  ...named,
  operations: editing,
  cleanPasses: 6,
  strongPoint: 'Best at following instructions',
} as const;
const other = { ...named, operations: editing, cleanPasses: 5 } as const;

export const verselyModels: readonly BuiltInModel[] = [
  {
    ...banana,
    id: 'versely-nano-banana-edit',
    aliases: ['nano-banana', 'nano-banana-edit'],
    wireId: 'Nano Banana Edit',
    family: 'nano-banana',
    label: 'Nano Banana Edit (Versely)',
    references: 2,
    strengths: nanoBanana,
    usualSeconds: 25,
    successor: 'versely-nano-banana-2-edit',
  },
  {
    ...banana,
    id: 'versely-nano-banana-2-edit',
    aliases: ['nano-banana-2', 'nano-banana-2-edit'],
    wireId: 'Nano Banana 2 Edit',
    family: 'nano-banana-2',
    label: 'Nano Banana 2 Edit (Versely)',
    references: 9,
    strengths: laterNanoBanana,
    usualSeconds: 25,
  },
  {
    ...banana,
    id: 'versely-nano-banana-pro-edit',
    aliases: ['nano-banana-pro', 'nano-banana-pro-edit'],
    wireId: 'Nano Banana Pro Edit',
    family: 'nano-banana-pro',
    label: 'Nano Banana Pro Edit (Versely)',
    references: 9,
    strengths: laterNanoBanana,
    usualSeconds: 35,
  },
  {
    ...other,
    id: 'versely-flux-2-edit',
    aliases: ['flux-2-edit', 'flux-2-pro'],
    wireId: 'Flux 2 Edit',
    family: 'flux-2-pro',
    label: 'FLUX.2 Edit (Versely)',
    strongPoint: 'Exact under a mask',
    references: 3,
    strengths: flux2Pro,
    usualSeconds: 30,
  },
  {
    ...other,
    id: 'versely-flux-2-edit-max',
    aliases: ['flux-2-edit-max', 'flux-2-max'],
    wireId: 'Flux 2 Edit Max',
    family: 'flux-2-max',
    label: 'FLUX.2 Edit Max (Versely)',
    strongPoint: 'Best at text',
    references: 3,
    strengths: flux2Max,
    usualSeconds: 40,
  },
  {
    ...other,
    id: 'versely-gpt-image-2-edit',
    aliases: [],
    wireId: 'GPT Image 2 Edit',
    family: 'gpt-image-2',
    label: 'GPT Image 2 Edit (Versely)',
    strongPoint: 'Good at text',
    references: 3,
    strengths: strengths(4, { identity: 3, precision: 2, structure: 3, singleIdentity: 3, removal: 3 }),
    usualSeconds: 50,
  },
  {
    ...other,
    id: 'versely-qwen-image-edit',
    aliases: ['qwen-image-edit'],
    wireId: 'Qwen Image Edit',
    family: 'qwen-image-edit',
    label: 'Qwen Image Edit (Versely)',
    strongPoint: 'Low price',
    references: 2,
    strengths: strengths(3, { instruction: 4, text: 4 }),
    usualSeconds: 30,
  },
  {
    ...banana,
    id: 'versely-nano-banana-2',
    aliases: [],
    wireId: 'Nano Banana 2',
    family: 'nano-banana-2',
    label: 'Nano Banana 2 (Versely)',
    operations: ['generate'],
    references: 0,
    strengths: laterNanoBanana,
    usualSeconds: 25,
  },
];
