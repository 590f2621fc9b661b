import { history, imagesOf, outcomeOfComfyUi, queue } from '../../../src/providers/comfyui/answers';
import { flux2Edit, flux2Masked } from '../../../src/providers/comfyui/flux2';
import { fluxFill } from '../../../src/providers/comfyui/fluxFill';
import { type Filling, type Graph, node } from '../../../src/providers/comfyui/graph';
import { fillMarked, graphSchema, marksIn } from '../../../src/providers/comfyui/markedGraph';
import { type ClassInfo, classInfoOf, objectInfo } from '../../../src/providers/comfyui/objectInfo';
import { qwenEdit } from '../../../src/providers/comfyui/qwenEdit';
import { settle } from '../../../src/providers/comfyui/settle';
import { nodes, objectInfoOf } from '../../servers/comfyui/nodes';
import { wireAnswer } from '../../support/wire';

const wire = (name: string) => wireAnswer('comfyui', name);
const asked = { provider: 'ComfyUI', model: 'FLUX Fill (ComfyUI)' };
const filling: Filling = {
  ...{ prompt: 'Make the sky red.', seed: 7, width: 64, height: 48, strength: 0.8 },
  source: 'source.png',
  mask: 'mask.png',
  references: ['bottle.png'],
};

const classes: ReadonlyMap<string, ClassInfo> = new Map(
  Object.keys(nodes).flatMap((name) => {
    const info = objectInfo.parse(objectInfoOf(name))[name];
    return info ? [[name, classInfoOf(info)] as const] : [];
  }),
);

function settled(graph: Graph): Graph {
  const result = settle(graph, classes);
  if (result.kind === 'lacking') throw new Error(result.what);
  return result.graph;
}

describe('the graph', () => {
  it('of FLUX.2: each picture is a reference behind the words, the source first', () => {
    const { mask: _, ...maskless } = filling;
    expect(settled(flux2Edit(maskless))).toEqual({
      model: node('UNETLoader', { unet_name: 'flux2_dev_fp8mixed.safetensors', weight_dtype: 'default' }),
      clip: node('CLIPLoader', { clip_name: 'mistral_3_small_flux2_fp8.safetensors', type: 'flux2' }),
      vae: node('VAELoader', { vae_name: 'flux2-vae.safetensors' }),
      words: node('CLIPTextEncode', { clip: ['clip', 0], text: 'Make the sky red.' }),
      referred: node('FluxGuidance', { conditioning: ['words', 0], guidance: 4 }),
      picture0: node('LoadImage', { image: 'source.png' }),
      encoded0: node('VAEEncode', { pixels: ['picture0', 0], vae: ['vae', 0] }),
      reference0: node('ReferenceLatent', { conditioning: ['referred', 0], latent: ['encoded0', 0] }),
      picture1: node('LoadImage', { image: 'bottle.png' }),
      encoded1: node('VAEEncode', { pixels: ['picture1', 0], vae: ['vae', 0] }),
      reference1: node('ReferenceLatent', { conditioning: ['reference0', 0], latent: ['encoded1', 0] }),
      guider: node('BasicGuider', { model: ['model', 0], conditioning: ['reference1', 0] }),
      latent: node('EmptyFlux2LatentImage', { width: 64, height: 48, batch_size: 1 }),
      noise: node('RandomNoise', { noise_seed: 7 }),
      sampler: node('KSamplerSelect', { sampler_name: 'euler' }),
      sigmas: node('Flux2Scheduler', { steps: 20, width: 64, height: 48 }),
      sampled: node('SamplerCustomAdvanced', {
        noise: ['noise', 0],
        guider: ['guider', 0],
        sampler: ['sampler', 0],
        sigmas: ['sigmas', 0],
        latent_image: ['latent', 0],
      }),
      decoded: node('VAEDecode', { samples: ['sampled', 0], vae: ['vae', 0] }),
      result: node('PreviewImage', { images: ['decoded', 0] }),
    });
  });

  it('of FLUX.2 under a mask: noise where the mask is white, the source put back around it', () => {
    expect(settled(flux2Masked(filling))).toMatchObject({
      mask: node('LoadImageMask', { image: 'mask.png', channel: 'red' }),
      latent: node('SetLatentNoiseMask', { samples: ['encoded0', 0], mask: ['mask', 0] }),
      whole: { inputs: { destination: ['picture0', 0], source: ['decoded', 0], mask: ['mask', 0] } },
      result: node('PreviewImage', { images: ['whole', 0] }),
    });
  });

  it('of FLUX Fill: the mask beside the picture, and the strength', () => {
    expect(settled(fluxFill(filling))).toMatchObject({
      model: { inputs: { unet_name: 'flux1-fill-dev.safetensors' } },
      clip: { inputs: { clip_name1: 'clip_l.safetensors', clip_name2: 't5xxl_fp8_e4m3fn.safetensors', type: 'flux' } },
      vae: { inputs: { vae_name: 'ae.safetensors' } },
      guided: { inputs: { guidance: 30 } },
      inpaint: { inputs: { pixels: ['picture0', 0], mask: ['mask', 0], noise_mask: true } },
      sampled: { inputs: { seed: 7, cfg: 1, denoise: 0.8, latent_image: ['inpaint', 2] } },
    });
  });

  it('of Qwen: words and pictures read together', () => {
    expect(settled(qwenEdit(filling))).toMatchObject({
      model: { inputs: { unet_name: 'qwen_image_edit_2509_fp8_e4m3fn.safetensors' } },
      words: { inputs: { prompt: 'Make the sky red.', image1: ['picture0', 0], image2: ['picture1', 0] } },
      latent: { inputs: { pixels: ['picture0', 0] } },
      shifted: { inputs: { shift: 3 } },
    });
  });
});

describe('the check of a graph', () => {
  const check = (each: Graph, known = classes) => settle(each, known);
  const vae = { 1: node('VAELoader', { vae_name: 'none.safetensors' }) };

  it.each<[string, Graph, string]>([
    ['a class', { 1: node('Unheard', {}) }, 'it has no node Unheard'],
    ['a value', vae, 'VAELoader: vae_name cannot be "none.safetensors"'],
    ['an input', { 1: node('VAELoader', { name: 1 }) }, 'VAELoader: it knows no input name'],
    ['what belongs to it', { 1: node('VAEDecode', { samples: ['2', 0] }) }, 'VAEDecode: it also wants vae'],
  ])('finds that %s is missing', (_name, graph, what) => {
    expect(check(graph)).toEqual({ kind: 'lacking', what });
  });

  it('names the file that is missing in words', () => {
    const bare = new Map([
      ...classes,
      [
        'UNETLoader',
        classInfoOf({ input: { required: { unet_name: [['sdxl.safetensors']] }, optional: {} } }),
      ] as const,
    ]);
    const { model } = flux2Edit(filling);
    const graph = { model: node('UNETLoader', { unet_name: model?.inputs['unet_name'] }) };
    expect(check(graph, bare)).toEqual({ kind: 'lacking', what: 'UNETLoader: no file for the model FLUX.2 [dev]' });
  });

  it('gives what a newer server wants besides its standard value', () => {
    const newer = classInfoOf({
      input: { required: { guidance: ['FLOAT', {}], steps: ['INT', { default: 4 }] }, optional: {} },
    });
    const graph = { 1: node('FluxGuidance', { guidance: 3 }) };
    expect(check(graph, new Map([['FluxGuidance', newer]]))).toEqual({
      kind: 'ready',
      graph: { 1: node('FluxGuidance', { guidance: 3, steps: 4 }) },
    });
  });
});

it('fills a graph of one’s own by the titles of its nodes', () => {
  const titled = (title: string, inputs: object) => ({ class_type: 'X', inputs, _meta: { title } });
  const graph = graphSchema.parse({
    1: titled('inlay:size', { width: 1, height: 1, batch_size: 1 }),
    2: titled('Inlay: Strength', { denoise: 1, steps: 20 }),
    3: titled('inlay:prompt', { text: 'old' }),
    4: titled('Load Image', { image: 'kept.png' }),
    5: titled('inlay:reference 1', { image: 'old.png' }),
  });
  const filled = fillMarked(graph, filling);
  expect(Object.values(filled).map(({ inputs }) => inputs)).toEqual([
    { width: 64, height: 48, batch_size: 1 },
    { denoise: 0.8, steps: 20 },
    { text: 'Make the sky red.' },
    { image: 'kept.png' },
    { image: 'bottle.png' },
  ]);
  expect(marksIn(graph)).toEqual(new Set(['size', 'strength', 'prompt', 'reference 1', '']));
});

function errorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('the answers', () => {
  it('tell of the pictures by the node that made them', () => {
    const run = history.parse(wire('history'))['a1'];
    if (!run) throw new Error('no run');
    expect([...imagesOf(asked, run)]).toEqual([
      ['9', [{ filename: 'ComfyUI_00001_.png', subfolder: '', type: 'output' }]],
      ['12', []],
    ]);
  });

  it('tell of a run that failed in the words of the server', () => {
    const run = history.parse(wire('history-error'))['a1'];
    if (!run) throw new Error('no run');
    expect(errorOf(() => imagesOf(asked, run))).toMatchObject({
      code: 'model.out-of-memory',
      details: { provider: 'ComfyUI' },
    });
    const messages = [['execution_error', { exception_message: 'Tensors do not fit.' }]];
    const other = history.parse({ a1: { status: { status_str: 'error', messages } } })['a1'];
    if (!other) throw new Error('no run');
    expect(errorOf(() => imagesOf(asked, other))).toMatchObject({
      code: 'model.invalid-input',
      details: { provider: 'ComfyUI', says: 'Tensors do not fit.' },
    });
  });

  it('tell of what runs and waits', () => {
    expect(queue.parse(wire('queue'))).toEqual({ running: ['a1'], pending: ['b2', 'c3'] });
    const unordered = {
      queue_running: [],
      queue_pending: [
        [9, 'last'],
        [4, 'next'],
        [7, 'then'],
      ],
    };
    expect(queue.parse(unordered).pending).toEqual(['next', 'then', 'last']);
  });

  it.each([
    [403, undefined, 'net.foreign-origin'],
    [413, undefined, 'model.invalid-input'],
    [400, wire('error-node'), 'model.invalid-input'],
    [500, { error: { message: 'It broke' } }, 'model.down'],
    [502, '<html>', undefined],
  ])('%i %j', (status, body, code) => expect(outcomeOfComfyUi(asked, { status, body })?.code).toBe(code));

  it('name the node that is wrong', () => {
    expect(outcomeOfComfyUi(asked, { status: 400, body: wire('error-node') })?.details).toEqual({
      provider: 'ComfyUI',
      field: 'VAELoader',
      says: "Value not in list: vae_name: 'flux2-vae.safetensors' not in ['ae.safetensors']",
    });
  });
});
