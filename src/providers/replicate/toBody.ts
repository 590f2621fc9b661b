import type { ModelCall, ModelSpec } from '../../routing/model';
import type { Shown } from '../pictures';

/**
 * Every maker names his fields himself: `input_images` and a size of one's own, `image_input` and a ratio, or `image` and
 * a `mask` that is white where it is painted anew, as ours is.
 */
export function toBody(spec: ModelSpec, call: ModelCall, pictures: Shown) {
  return { input: { prompt: call.prompt, ...fieldsOf(spec, call, pictures), output_format: 'png' } };
}

export function takesSeed({ size }: ModelSpec): boolean {
  return size.kind !== 'ratios';
}

function fieldsOf(spec: ModelSpec, call: ModelCall, pictures: Shown) {
  if (spec.mask !== 'none') return fillFields(spec, call, pictures);
  const { source, references } = pictures;
  const shown = [...(source === undefined ? [] : [source]), ...references.slice(0, spec.references)];
  const { size } = call;
  switch (spec.size.kind) {
    case 'ratios':
      return {
        ...(shown.length > 0 && { image_input: shown }),
        ...(size.ratio !== undefined && { aspect_ratio: size.ratio }),
        ...(spec.size.tiers.length > 1 && size.tier !== undefined && { resolution: size.tier }),
      };
    case 'multiples':
    case 'list':
    case 'as-the-input':
      return {
        ...(shown.length > 0 && { input_images: shown }),
        aspect_ratio: 'custom',
        width: size.width,
        height: size.height,
        seed: call.seed,
      };
  }
}

/** The picture made is as large as the source; the open weights need to be told so. */
function fillFields(spec: ModelSpec, call: ModelCall, { source, mask }: Shown) {
  return {
    ...(source !== undefined && { image: source }),
    ...(mask !== undefined && { mask }),
    ...(spec.variantsPerCall > 1 && { num_outputs: Math.min(call.variants, spec.variantsPerCall) }),
    ...(spec.wireId.endsWith('-dev') && { megapixels: 'match_input' }),
    seed: call.seed,
  };
}
