import type { ModelSpec, ProviderSpec } from '../model';
import type { BuiltInModel } from '../strongPoints';
import { strengths } from './strengths';

/** The address is free: a studio's gateway or a server of one's own speaks the same tongue. */
export const openai: ProviderSpec = {
  id: 'openai',
  label: 'OpenAI',
  key: 'required',
  root: 'https://api.openai.com',
  hosts: ['api.openai.com'],
  resultHosts: [],
  concurrency: 4,
  cancel: 'none',
  progress: 'none',
};

const gptImage = {
  provider: 'openai',
  operations: ['instruct', 'inpaint', 'remove', 'outpaint', 'style', 'replace', 'generate'],
  mask: 'soft',
  references: 15,
  takes: 'srgb8',
  variantsPerCall: 10,
  cleanPasses: 3,
  retention: 'Kept up to 30 days to detect abuse, unless the account is exempt.',
} as const satisfies Partial<ModelSpec>;

/** Its mask is guidance: what lies outside changes too. */
const gptStrengths = strengths(4, { identity: 3, precision: 2, structure: 3, singleIdentity: 3, text: 4, removal: 3 });

/** A server of one's own: what it can do depends on the weights it was started with, so it is rated with care. */
const ownServer = {
  provider: 'openai',
  operations: ['instruct', 'inpaint', 'remove', 'style', 'replace', 'generate'],
  references: 3,
  takes: 'srgb8',
  size: { kind: 'multiples', of: 16, minSide: 256, maxSide: 2048, maxPixels: 2_097_152 },
  variantsPerCall: 1,
  price: { kind: 'free' },
  strengths: strengths(3, { text: 2 }),
  cleanPasses: 4,
  usualSeconds: 40,
  retention: 'Stays on the server that you have set.',
  strongPoint: 'Your own server',
} as const satisfies Partial<ModelSpec>;

export const openaiModels: readonly BuiltInModel[] = [
  {
    ...gptImage,
    id: 'gpt-image-2',
    aliases: [],
    wireId: 'gpt-image-2',
    family: 'gpt-image-2',
    label: 'GPT Image 2',
    strongPoint: 'Good at text',
    size: { kind: 'multiples', of: 16, minSide: 256, maxSide: 3840, maxPixels: 3_686_400 },
    price: { kind: 'unlisted', atMost: 0.5 },
    strengths: gptStrengths,
    usualSeconds: 40,
  },
  {
    ...gptImage,
    id: 'gpt-image-1.5',
    aliases: ['gpt-image'],
    wireId: 'gpt-image-1.5',
    family: 'gpt-image-1.5',
    label: 'GPT Image 1.5',
    strongPoint: 'Good at text',
    size: {
      kind: 'list',
      sizes: [
        { width: 1024, height: 1024 },
        { width: 1536, height: 1024 },
        { width: 1024, height: 1536 },
      ],
    },
    price: { kind: 'unlisted', atMost: 0.25 },
    strengths: { ...gptStrengths, photorealism: 3 },
    usualSeconds: 35,
  },
  {
    ...ownServer,
    id: 'sd-server',
    aliases: ['sd-cpp-local', 'stable-diffusion.cpp'],
    wireId: 'sd-cpp-local',
    family: 'sd-server',
    label: 'stable-diffusion.cpp',
    mask: 'binary',
    preset: 'sd-server',
  },
  {
    ...ownServer,
    id: 'vllm-omni',
    aliases: [],
    wireId: '',
    family: 'vllm-omni',
    label: 'vLLM-Omni',
    mask: 'binary',
    preset: 'vllm-omni',
  },
  {
    ...ownServer,
    id: 'sglang',
    aliases: ['sglang-diffusion'],
    wireId: '',
    family: 'sglang',
    label: 'SGLang',
    mask: 'none',
    preset: 'sglang',
  },
  {
    ...ownServer,
    id: 'localai',
    aliases: [],
    wireId: '',
    family: 'localai',
    label: 'LocalAI',
    mask: 'binary',
    preset: 'localai',
  },
];
