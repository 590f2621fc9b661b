import type { ModelCall, ModelSpec } from '../../routing/model';
import type { Embedded, Shown } from '../pictures';

/**
 * There is no field for a mask, a count or an exact size: the pictures are parts beside the words, and the answer has one
 * of a few ratios and tiers. A tier is only told to models that have several; the others refuse it.
 */
export function toBody(spec: ModelSpec, call: ModelCall, { source, references }: Shown) {
  const shown = [...(source === undefined ? [] : [source]), ...references.slice(0, spec.references)];
  return {
    contents: [{ role: 'user', parts: [{ text: call.prompt }, ...shown.map(partOf)] }],
    generationConfig: {
      responseModalities: ['IMAGE'],
      imageConfig: imageConfig(spec, call),
      seed: asSigned(call.seed),
    },
  };
}

/** Within the body, or stored before. */
function partOf(picture: Embedded | string) {
  return typeof picture === 'string'
    ? { fileData: { mimeType: 'image/png', fileUri: picture } }
    : { inlineData: { mimeType: 'image/png', data: picture } };
}

function imageConfig({ size }: ModelSpec, { size: asked }: ModelCall) {
  const hasTiers = size.kind === 'ratios' && size.tiers.length > 1;
  return {
    ...(asked.ratio !== undefined && { aspectRatio: asked.ratio }),
    ...(hasTiers && asked.tier !== undefined && { imageSize: asked.tier }),
  };
}

/** A seed is a whole number of 32 bits with a sign there: the upper half of ours would be refused. */
function asSigned(seed: number): number {
  return seed % 0x80000000;
}
