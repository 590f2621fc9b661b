/** What the server says of its nodes: required inputs, as their type or as the list of what they may be. */
type Inputs = Readonly<Record<string, string | readonly unknown[]>>;

const sampled = { sampler_name: ['euler', 'dpmpp_2m'], scheduler: ['normal', 'simple'] } as const;

/** The files that lie in its folders. */
export const modelFiles = {
  unet: ['flux1-fill-dev.safetensors', 'flux2_dev_fp8mixed.safetensors', 'qwen_image_edit_2509_fp8_e4m3fn.safetensors'],
  clip: [
    'clip_l.safetensors',
    'mistral_3_small_flux2_fp8.safetensors',
    'qwen_2.5_vl_7b_fp8_scaled.safetensors',
    't5xxl_fp8_e4m3fn.safetensors',
  ],
  vae: ['ae.safetensors', 'flux2-vae.safetensors', 'qwen_image_vae.safetensors'],
};

export const nodes: Readonly<Record<string, Inputs>> = {
  UNETLoader: { unet_name: modelFiles.unet, weight_dtype: ['default', 'fp8_e4m3fn'] },
  CLIPLoader: { clip_name: modelFiles.clip, type: ['flux2', 'qwen_image', 'sd3'] },
  DualCLIPLoader: { clip_name1: modelFiles.clip, clip_name2: modelFiles.clip, type: ['flux', 'sdxl'] },
  VAELoader: { vae_name: modelFiles.vae },
  CLIPTextEncode: { clip: 'CLIP', text: 'STRING' },
  FluxGuidance: { conditioning: 'CONDITIONING', guidance: 'FLOAT' },
  LoadImage: { image: 'PICTURE' },
  LoadImageMask: { image: 'PICTURE', channel: ['alpha', 'red', 'green', 'blue'] },
  VAEEncode: { pixels: 'IMAGE', vae: 'VAE' },
  VAEDecode: { samples: 'LATENT', vae: 'VAE' },
  ReferenceLatent: { conditioning: 'CONDITIONING', latent: 'LATENT' },
  BasicGuider: { model: 'MODEL', conditioning: 'CONDITIONING' },
  RandomNoise: { noise_seed: 'INT' },
  KSamplerSelect: { sampler_name: sampled.sampler_name },
  Flux2Scheduler: { steps: 'INT', width: 'INT', height: 'INT' },
  EmptyFlux2LatentImage: { width: 'INT', height: 'INT', batch_size: 'INT' },
  SetLatentNoiseMask: { samples: 'LATENT', mask: 'MASK' },
  SamplerCustomAdvanced: {
    ...{ noise: 'NOISE', guider: 'GUIDER', sampler: 'SAMPLER', sigmas: 'SIGMAS', latent_image: 'LATENT' },
  },
  ImageCompositeMasked: {
    ...{ destination: 'IMAGE', source: 'IMAGE', x: 'INT', y: 'INT', resize_source: 'BOOLEAN', mask: 'MASK' },
  },
  InpaintModelConditioning: {
    ...{ positive: 'CONDITIONING', negative: 'CONDITIONING', vae: 'VAE', pixels: 'IMAGE', mask: 'MASK' },
    noise_mask: 'BOOLEAN',
  },
  DifferentialDiffusion: { model: 'MODEL' },
  KSampler: {
    ...{ model: 'MODEL', seed: 'INT', steps: 'INT', cfg: 'FLOAT', ...sampled, positive: 'CONDITIONING' },
    ...{ negative: 'CONDITIONING', latent_image: 'LATENT', denoise: 'FLOAT' },
  },
  ModelSamplingAuraFlow: { model: 'MODEL', shift: 'FLOAT' },
  CFGNorm: { model: 'MODEL', strength: 'FLOAT' },
  TextEncodeQwenImageEditPlus: { clip: 'CLIP', prompt: 'STRING' },
  PreviewImage: { images: 'IMAGE' },
  SaveImage: { images: 'IMAGE', filename_prefix: 'STRING' },
};

const optional: Readonly<Record<string, Inputs>> = {
  TextEncodeQwenImageEditPlus: { vae: 'VAE', image1: 'IMAGE', image2: 'IMAGE', image3: 'IMAGE' },
};

/** What each class puts out, in order. */
export const outputs: Readonly<Record<string, readonly string[]>> = {
  UNETLoader: ['MODEL'],
  CLIPLoader: ['CLIP'],
  DualCLIPLoader: ['CLIP'],
  VAELoader: ['VAE'],
  CLIPTextEncode: ['CONDITIONING'],
  FluxGuidance: ['CONDITIONING'],
  LoadImage: ['IMAGE', 'MASK'],
  LoadImageMask: ['MASK'],
  VAEEncode: ['LATENT'],
  VAEDecode: ['IMAGE'],
  ReferenceLatent: ['CONDITIONING'],
  BasicGuider: ['GUIDER'],
  RandomNoise: ['NOISE'],
  KSamplerSelect: ['SAMPLER'],
  Flux2Scheduler: ['SIGMAS'],
  EmptyFlux2LatentImage: ['LATENT'],
  SetLatentNoiseMask: ['LATENT'],
  SamplerCustomAdvanced: ['LATENT', 'LATENT'],
  ImageCompositeMasked: ['IMAGE'],
  InpaintModelConditioning: ['CONDITIONING', 'CONDITIONING', 'LATENT'],
  DifferentialDiffusion: ['MODEL'],
  KSampler: ['LATENT'],
  ModelSamplingAuraFlow: ['MODEL'],
  CFGNorm: ['MODEL'],
  TextEncodeQwenImageEditPlus: ['CONDITIONING'],
};

export function inputsOf(name: string): Inputs {
  return { ...nodes[name], ...optional[name] };
}

/** As `/object_info/NAME` writes it. */
export function objectInfoOf(name: string): object {
  if (!(name in nodes)) return {};
  return { [name]: { input: { required: declared(nodes[name]), optional: declared(optional[name] ?? {}) }, name } };
}

function declared(inputs: Inputs): object {
  const entries = Object.entries(inputs).map(([name, type]) => {
    if (type === 'PICTURE') return [name, [['example.png'], { image_upload: true }]] as const;
    // newer nodes keep their list among the options
    if (name === 'scheduler' && typeof type !== 'string') return [name, ['COMBO', { options: type }]] as const;
    return [name, typeof type === 'string' ? [type, {}] : [type]] as const;
  });
  return Object.fromEntries<unknown>(entries);
}
