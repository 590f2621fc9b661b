import { FileLike, type Filling, type Graph, node, out } from './graph';

/** FLUX.2 [dev]: every picture becomes a latent that the words refer to, the source first. */
export function flux2Edit(filling: Filling): Graph {
  const { width, height } = filling;
  return {
    ...referring(filling),
    latent: node('EmptyFlux2LatentImage', { width, height, batch_size: 1 }),
    ...sampled(filling),
    result: node('PreviewImage', { images: out('decoded') }),
  };
}

/** The same, begun from the source with noise under the mask only; around it the source is put back. */
export function flux2Masked(filling: Filling): Graph {
  return {
    ...referring(filling),
    mask: node('LoadImageMask', { image: filling.mask, channel: 'red' }),
    latent: node('SetLatentNoiseMask', { samples: out('encoded0'), mask: out('mask') }),
    ...sampled(filling),
    whole: node('ImageCompositeMasked', {
      destination: out('picture0'),
      source: out('decoded'),
      x: 0,
      y: 0,
      resize_source: false,
      mask: out('mask'),
    }),
    result: node('PreviewImage', { images: out('whole') }),
  };
}

/** The models, the words, and behind them a reference for each picture. */
function referring({ prompt, source, references }: Filling): Graph {
  const pictures = [...(source === undefined ? [] : [source]), ...references];
  const chain = pictures.flatMap((image, i) => Object.entries(referenceTo(image, i)));
  return {
    model: node('UNETLoader', { unet_name: transformer, weight_dtype: 'default' }),
    clip: node('CLIPLoader', { clip_name: textEncoder, type: 'flux2' }),
    vae: node('VAELoader', { vae_name: autoencoder }),
    words: node('CLIPTextEncode', { clip: out('clip'), text: prompt }),
    referred: node('FluxGuidance', { conditioning: out('words'), guidance: 4 }),
    ...Object.fromEntries(chain),
    guider: node('BasicGuider', { model: out('model'), conditioning: out(lastOf(pictures.length)) }),
  };
}

const transformer = new FileLike('the model FLUX.2 [dev]', [/flux.?2.*dev/i, /flux.?2(?!.*(klein|vae))/i]);
const textEncoder = new FileLike('the text encoder of FLUX.2', [/mistral.*flux.?2/i, /mistral/i]);
const autoencoder = new FileLike('the VAE of FLUX.2', [/flux.?2.*vae/i, /flux.?2/i]);

function referenceTo(image: string, i: number): Graph {
  return {
    [`picture${i}`]: node('LoadImage', { image }),
    [`encoded${i}`]: node('VAEEncode', { pixels: out(`picture${i}`), vae: out('vae') }),
    [lastOf(i + 1)]: node('ReferenceLatent', { conditioning: out(lastOf(i)), latent: out(`encoded${i}`) }),
  };
}

function lastOf(count: number): string {
  return count === 0 ? 'referred' : `reference${count - 1}`;
}

function sampled({ seed, width, height }: Filling): Graph {
  return {
    noise: node('RandomNoise', { noise_seed: seed }),
    sampler: node('KSamplerSelect', { sampler_name: 'euler' }),
    sigmas: node('Flux2Scheduler', { steps: 20, width, height }),
    sampled: node('SamplerCustomAdvanced', {
      noise: out('noise'),
      guider: out('guider'),
      sampler: out('sampler'),
      sigmas: out('sigmas'),
      latent_image: out('latent'),
    }),
    decoded: node('VAEDecode', { samples: out('sampled'), vae: out('vae') }),
  };
}
