import type { ModelCall, ModelSpec } from '../../routing/model';
import type { PicturesAs } from '../pictures';

/** Models go by the name that the service shows today; pictures only as public links. There is neither mask nor seed. */
export function toBody(name: string, spec: ModelSpec, call: ModelCall, { source, references }: PicturesAs<string>) {
  const shown = [...(source === undefined ? [] : [source]), ...references.slice(0, spec.references)];
  return {
    model: name,
    prompt: call.prompt,
    ...(call.size.ratio !== undefined && { aspect_ratio: call.size.ratio }),
    num_images: Math.min(call.variants, spec.variantsPerCall),
    ...(shown.length > 0 && { images: shown }),
  };
}
