import type { ModelSpec, ProviderSpec, SizeRule } from '../model';
import type { BuiltInModel } from '../strongPoints';
import { flux2Dev, fluxFill, strengths } from './strengths';

export const comfyui: ProviderSpec = {
  id: 'comfyui',
  label: 'ComfyUI',
  key: 'own',
  root: 'http://127.0.0.1:8188',
  hosts: ['127.0.0.1', 'localhost'],
  resultHosts: [],
  concurrency: 1,
  cancel: 'real',
  progress: 'none',
};

const upTo = (maxPixels: number): SizeRule => ({
  kind: 'multiples',
  of: 16,
  minSide: 256,
  maxSide: 4096,
  maxPixels,
});

/** `wireId` names the graph that is sent. */
const graph = {
  provider: 'comfyui',
  takes: 'srgb8',
  variantsPerCall: 1,
  price: { kind: 'free' },
  cleanPasses: 5,
  retention: 'Stays on the server that you have set.',
} as const satisfies Partial<ModelSpec>;

export const comfyuiModels: readonly BuiltInModel[] = [
  {
    ...graph,
    id: 'comfyui-flux-2-edit',
    aliases: ['flux-2-dev'],
    wireId: 'flux-2-edit',
    family: 'flux-2-dev',
    label: 'FLUX.2 Edit (ComfyUI)',
    strongPoint: 'Your own server',
    operations: ['instruct', 'inpaint', 'outpaint', 'style', 'replace', 'generate'],
    mask: 'none',
    references: 3,
    size: upTo(4_000_000),
    strengths: flux2Dev,
    usualSeconds: 60,
  },
  {
    ...graph,
    id: 'comfyui-flux-2-masked',
    aliases: [],
    wireId: 'flux-2-masked',
    family: 'flux-2-masked',
    label: 'FLUX.2 masked (ComfyUI)',
    strongPoint: 'Takes a true mask',
    operations: ['inpaint', 'remove', 'replace'],
    mask: 'binary',
    references: 3,
    size: upTo(4_000_000),
    strengths: { ...flux2Dev, precision: 5 },
    usualSeconds: 60,
  },
  {
    ...graph,
    id: 'comfyui-flux-fill',
    aliases: ['flux-fill-dev'],
    wireId: 'flux-fill',
    family: 'flux-fill-dev',
    label: 'FLUX Fill (ComfyUI)',
    strongPoint: 'Takes a true mask',
    operations: ['inpaint', 'remove', 'outpaint'],
    mask: 'binary',
    references: 0,
    size: upTo(2_000_000),
    strengths: fluxFill,
    usualSeconds: 40,
  },
  {
    ...graph,
    id: 'comfyui-qwen-edit',
    aliases: ['qwen-image-edit', 'qwen-edit'],
    wireId: 'qwen-edit',
    family: 'qwen-image-edit',
    label: 'Qwen Image Edit (ComfyUI)',
    strongPoint: 'Your own server',
    operations: ['instruct', 'inpaint', 'style', 'replace'],
    mask: 'none',
    references: 2,
    size: upTo(1_500_000),
    strengths: strengths(3, { instruction: 4, text: 4, photorealism: 3 }),
    usualSeconds: 45,
  },
];
