import { assert } from '../base/assert';
import { InlayError, isInlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import { Unreadable } from '../base/unreadable';
import type { Mask } from '../image/mask';
import { openPicture } from '../image/openPicture';
import { encodePng } from '../image/png/encodePng';
import type { Raster } from '../image/raster';
import type { CallContext, ModelCall } from '../routing/model';
import type { CallPictures } from './pictures';

/** The pictures of a call as files: RGB without alpha, the mask gray, white where it is to be made anew. */
export async function encodePictures(call: ModelCall, signal: AbortSignal): Promise<CallPictures> {
  const references: Uint8Array[] = [];
  for (const { image } of call.references) references.push(await encodePicture(image, signal));
  return {
    ...(call.source && { source: await encodePicture(call.source, signal) }),
    ...(call.mask && { mask: await encodeMask(call.mask, signal) }),
    references,
  };
}

function encodePicture(picture: Raster, signal: AbortSignal): Promise<Uint8Array> {
  assert(picture.data instanceof Uint8Array && picture.channels === 3, 'RGB at 8 bit');
  return runSliced(encodePng(picture), { signal });
}

function encodeMask({ width, height, data }: Mask, signal: AbortSignal): Promise<Uint8Array> {
  assert(data instanceof Uint8Array, 'a mask of 8 bit');
  return runSliced(encodePng({ width, height, channels: 1, data }), { signal });
}

/** What a call knows of opening pictures. */
export type Opening = Pick<CallContext, 'signal' | 'decode'>;

/**
 * A picture of an answer as RGB in sRGB, at the size and depth it came in; where it takes the editor, opened by the editor.
 * Throws `model.unusable-answer`.
 */
export async function decodePicture(bytes: Uint8Array, provider: string, opening: Opening): Promise<Raster> {
  const { signal, decode } = opening;
  try {
    const opened = await runSliced(openPicture(bytes), { signal });
    if (opened.kind === 'raster') return opened.raster;
    if (decode === undefined) throw new Unreadable('unsupported', opened.format);
    return await decode(bytes, opened.format, signal);
  } catch (error) {
    if (isInlayError(error)) throw new InlayError('model.unusable-answer', { provider, problem: unopened }, error);
    if (!(error instanceof Unreadable)) throw error;
    throw new InlayError('model.unusable-answer', { provider, problem: problems[error.why] }, error);
  }
}

/** It has come, so that it may be charged, whatever kept the editor from opening it. */
const unopened = 'a picture that Photoshop could not open';

const problems = {
  damaged: 'a damaged picture',
  'too-large': 'a picture larger than any model makes',
  unsupported: 'a picture of a kind that cannot be read here',
} satisfies Record<Unreadable['why'], string>;
