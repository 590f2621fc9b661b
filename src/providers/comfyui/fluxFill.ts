import { FileLike, type Filling, type Graph, node, out } from './graph';

/** FLUX.1 Fill [dev]: made for painting under a mask. */
export function fluxFill({ prompt, seed, strength, source, mask }: Filling): Graph {
  return {
    model: node('UNETLoader', { unet_name: transformer, weight_dtype: 'default' }),
    clip: node('DualCLIPLoader', { clip_name1: clip, clip_name2: t5, type: 'flux' }),
    vae: node('VAELoader', { vae_name: autoencoder }),
    words: node('CLIPTextEncode', { clip: out('clip'), text: prompt }),
    guided: node('FluxGuidance', { conditioning: out('words'), guidance: 30 }),
    nothing: node('CLIPTextEncode', { clip: out('clip'), text: '' }),
    picture0: node('LoadImage', { image: source }),
    mask: node('LoadImageMask', { image: mask, channel: 'red' }),
    inpaint: node('InpaintModelConditioning', {
      positive: out('guided'),
      negative: out('nothing'),
      vae: out('vae'),
      pixels: out('picture0'),
      mask: out('mask'),
      noise_mask: true,
    }),
    softened: node('DifferentialDiffusion', { model: out('model') }),
    sampled: node('KSampler', {
      model: out('softened'),
      positive: out('inpaint', 0),
      negative: out('inpaint', 1),
      latent_image: out('inpaint', 2),
      seed,
      steps: 20,
      cfg: 1,
      sampler_name: 'euler',
      scheduler: 'normal',
      denoise: strength,
    }),
    decoded: node('VAEDecode', { samples: out('sampled'), vae: out('vae') }),
    result: node('PreviewImage', { images: out('decoded') }),
  };
}

const transformer = new FileLike('the model FLUX.1 Fill [dev]', [/flux.*fill/i]);
const clip = new FileLike('the text encoder clip_l', [/clip_l/i]);
const t5 = new FileLike('the text encoder t5xxl', [/t5.?xxl/i]);
const autoencoder = new FileLike('the VAE of FLUX.1', [/(^|[\\/])ae\./i, /flux(?!.?2).*(vae|ae)/i]);
