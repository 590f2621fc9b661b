import { FileLike, type Filling, type Graph, node, out } from './graph';

/** Qwen-Image-Edit: words and up to three pictures are read together. */
export function qwenEdit({ prompt, seed, strength, source, references }: Filling): Graph {
  const pictures = [...(source === undefined ? [] : [source]), ...references].slice(0, 3);
  const loaded = pictures.map((image, i) => [`picture${i}`, node('LoadImage', { image })] as const);
  const images = Object.fromEntries(pictures.map((_, i) => [`image${i + 1}`, out(`picture${i}`)]));
  const read = (words: string) =>
    node('TextEncodeQwenImageEditPlus', { clip: out('clip'), vae: out('vae'), prompt: words, ...images });
  return {
    model: node('UNETLoader', { unet_name: transformer, weight_dtype: 'default' }),
    clip: node('CLIPLoader', { clip_name: textEncoder, type: 'qwen_image' }),
    vae: node('VAELoader', { vae_name: autoencoder }),
    ...Object.fromEntries(loaded),
    words: read(prompt),
    nothing: read(''),
    shifted: node('ModelSamplingAuraFlow', { model: out('model'), shift: 3 }),
    normed: node('CFGNorm', { model: out('shifted'), strength: 1 }),
    latent: node('VAEEncode', { pixels: out('picture0'), vae: out('vae') }),
    sampled: node('KSampler', {
      model: out('normed'),
      positive: out('words'),
      negative: out('nothing'),
      latent_image: out('latent'),
      seed,
      steps: 20,
      cfg: 2.5,
      sampler_name: 'euler',
      scheduler: 'simple',
      denoise: strength,
    }),
    decoded: node('VAEDecode', { samples: out('sampled'), vae: out('vae') }),
    result: node('PreviewImage', { images: out('decoded') }),
  };
}

const transformer = new FileLike('the model Qwen-Image-Edit', [/qwen.*edit.*2\d{3}/i, /qwen.*edit/i]);
const textEncoder = new FileLike('the text encoder of Qwen-Image', [/qwen.*vl/i]);
const autoencoder = new FileLike('the VAE of Qwen-Image', [/qwen.*vae/i]);
