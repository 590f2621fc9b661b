import type { ModelCall, ModelSpec } from '../../routing/model';
import { asDataUri, type CallPictures, type Embedded } from '../pictures';

/**
 * The service's apps share their fields: the pictures first to last in `image_urls`, or, where an app paints where a
 * mask is white, as we do, one `image_url` and one `mask_url`. Data URIs are accepted wherever an address is.
 */
export function toBody(spec: ModelSpec, call: ModelCall, pictures: CallPictures) {
  return {
    prompt: call.prompt,
    ...pictureFields(spec, pictures),
    ...sizeFields(spec, call),
    ...(spec.variantsPerCall > 1 && { num_images: Math.min(call.variants, spec.variantsPerCall) }),
    ...(takesStrength(spec) && { strength: call.strength }),
    seed: call.seed,
    output_format: 'png',
  };
}

/** The app for a picture made from nothing bears the name of the one that edits, without its last part. */
export function appFor(spec: ModelSpec, call: ModelCall): string {
  if (call.source ?? call.references.at(0)) return spec.wireId;
  const app = spec.wireId.replace(/\/edit$/, '');
  return app.endsWith('/klein/4b') ? `${app}/base` : app;
}

/** Only the app that paints under a mask with a model of its own makers' knows it. */
export function takesStrength({ wireId }: ModelSpec): boolean {
  return wireId.endsWith('/inpaint');
}

interface PictureFields {
  readonly image_url?: Embedded;
  readonly mask_url?: Embedded;
  readonly image_urls?: readonly Embedded[];
}

function pictureFields(spec: ModelSpec, { source, mask, references }: CallPictures): PictureFields {
  if (spec.mask !== 'none' && source && mask) return { image_url: asDataUri(source), mask_url: asDataUri(mask) };
  const shown = [...(source ? [source] : []), ...references.slice(0, spec.references)];
  return shown.length === 0 ? {} : { image_urls: shown.map(asDataUri) };
}

/** A model of several tiers is told which; one that follows its input is told nothing. */
function sizeFields({ size }: ModelSpec, { size: asked }: ModelCall) {
  switch (size.kind) {
    case 'as-the-input':
      return {};
    case 'multiples':
      return { image_size: { width: asked.width, height: asked.height } };
    case 'list':
      return { image_size: `${asked.width}x${asked.height}` };
    case 'ratios':
      return {
        aspect_ratio: asked.ratio ?? 'auto',
        ...(size.tiers.length > 1 && asked.tier !== undefined && { resolution: asked.tier }),
      };
  }
}
