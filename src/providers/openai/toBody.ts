import type { FormPart } from '../../base/multipart';
import type { ModelCall, ModelSpec } from '../../routing/model';
import type { CallPictures } from '../pictures';
import type { Dialect } from './dialect';

/** An edit is a form. The mask has the size of the first picture. */
export function toForm(
  dialect: Dialect,
  spec: ModelSpec,
  call: ModelCall,
  { source, mask, references }: CallPictures,
): readonly FormPart[] {
  const shown = [...(source ? [source] : []), ...references.slice(0, spec.references)];
  const fields = { ...commonFields(dialect, spec, call), ...(takesFidelity(spec) && { input_fidelity: 'high' }) };
  const texts = Object.entries(fields).map(([name, value]) => ({
    name,
    text: String(value),
  }));
  const images = shown.map((file, i) => ({
    name: imageField(dialect, shown.length),
    fileName: `image-${i + 1}.png`,
    type: 'image/png',
    bytes: file,
  }));
  const masks =
    mask && dialect.mask.kind !== 'none'
      ? [{ name: dialect.mask.field, fileName: 'mask.png', type: 'image/png', bytes: mask }]
      : [];
  return [...texts, ...images, ...masks];
}

/** A picture from nothing is asked for in JSON. */
export function toBody(dialect: Dialect, spec: ModelSpec, call: ModelCall) {
  return commonFields(dialect, spec, call);
}

/** Others keep all of the source by themselves, and refuse the field. */
function takesFidelity({ wireId }: ModelSpec): boolean {
  return wireId.startsWith('gpt-image-1.5');
}

function commonFields(dialect: Dialect, spec: ModelSpec, call: ModelCall) {
  return {
    // a server of one's own has one model and may not know its name
    ...(spec.wireId !== '' && { model: spec.wireId }),
    prompt: call.prompt,
    n: Math.min(call.variants, spec.variantsPerCall),
    size: `${call.size.width}x${call.size.height}`,
    ...(dialect.asks !== 'response_format' && { output_format: 'png' }),
    ...(dialect.asks !== 'output_format' && { response_format: 'b64_json' }),
    ...(dialect.seed === 'taken' && { seed: call.seed }),
  };
}

function imageField({ imageField: field }: Dialect, count: number): string {
  if (field !== 'as-counted') return field;
  return count > 1 ? 'image[]' : 'image';
}
