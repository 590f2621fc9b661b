import type { ModelCall, ModelSpec } from '../../routing/model';
import type { PicturesAs, Embedded } from '../pictures';

/**
 * White in the mask is painted anew, as ours is. The mask stays hard and the whole crop is sent: edges and crops are our
 * own business. What is painted starts from the picture itself, so that strength counts.
 */
export function toBody(spec: ModelSpec, call: ModelCall, { source, mask }: PicturesAs<Embedded>) {
  return {
    prompt: call.prompt,
    seed: call.seed,
    width: call.size.width,
    height: call.size.height,
    batch_size: Math.min(call.variants, spec.variantsPerCall),
    n_iter: 1,
    ...(spec.wireId !== loaded && { override_settings: { sd_model_checkpoint: spec.wireId } }),
    ...(source && { init_images: [source], denoising_strength: call.strength, resize_mode: 0 }),
    ...(source && mask && { mask, ...maskFields }),
  };
}

/** The name in the catalog that stands for whichever model the server has loaded. */
const loaded = 'img2img';

const maskFields = { inpainting_mask_invert: 0, mask_blur: 0, inpainting_fill: 1, inpaint_full_res: false };

export function pathFor(call: ModelCall): string {
  return call.source ? '/sdapi/v1/img2img' : '/sdapi/v1/txt2img';
}
