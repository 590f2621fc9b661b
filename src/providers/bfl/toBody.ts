import type { ModelCall, ModelSpec } from '../../routing/model';
import { asBase64, type CallPictures, type Embedded } from '../pictures';
import { type OnCanvas, outpainting } from './outpainting';

/** Every route has its own fields, and some refuse what they do not know. */
export function toBody(spec: ModelSpec, call: ModelCall, pictures: CallPictures, onCanvas?: OnCanvas) {
  const { seed, prompt } = call;
  const common = { seed, output_format: 'png' };
  switch (spec.wireId) {
    case 'flux-pro-1.0-fill':
      return { ...masked(pictures), prompt, ...common };
    case 'flux-tools/erase-v1':
      return { ...masked(pictures), ...common };
    case outpainting:
      return {
        ...{ prompt, ...inputImages(pictures, 1), width: call.size.width, height: call.size.height },
        ...(onCanvas && { reference_offset_x: onCanvas.left, reference_offset_y: onCanvas.top }),
        output_format: 'png',
      };
    default:
      return {
        prompt,
        ...inputImages(pictures, spec.references + 1),
        width: call.size.width,
        height: call.size.height,
        ...common,
        ...promptAsItIs(spec.wireId),
      };
  }
}

/** The service paints where the mask is white, like us. */
function masked({ source, mask }: CallPictures) {
  return { ...(source && { image: asBase64(source) }), ...(mask && { mask: asBase64(mask) }) };
}

/** `input_image`, `input_image_2` and so on: the prompt counts them from the source on. */
function inputImages({ source, references }: CallPictures, most: number): Readonly<Record<string, Embedded>> {
  const shown = [...(source ? [source] : []), ...references].slice(0, most);
  const names = shown.map((_, index) => (index === 0 ? 'input_image' : `input_image_${index + 1}`));
  return Object.fromEntries(shown.map((file, index) => [names[index], asBase64(file)]));
}

/** A prompt is the retoucher's: left alone, the service writes it anew. The small models never do. */
function promptAsItIs(wireId: string) {
  if (wireId.startsWith('flux-2-klein')) return {};
  return wireId === 'flux-2-flex' ? { prompt_upsampling: false } : { disable_pup: true };
}
