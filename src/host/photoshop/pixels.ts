import { imaging } from 'photoshop';
import { assert } from '../../base/assert';
import type { Sliced } from '../../base/slices';
import { withAlpha } from '../../image/alpha';
import { pasteInto } from '../../image/crop';
import type { Mask } from '../../image/mask';
import { type ColorSpace, type Raster, type Samples, samplesLike } from '../../image/raster';
import { type Rect, sameRect, sizeOf, within } from '../../image/rect';

type ImageData = Awaited<ReturnType<typeof imaging.getPixels>>['imageData'];

/** What Photoshop handed out: the part of the wanted area that has pixels, in document pixels. */
export interface Block {
  readonly inDocument: Rect;
  readonly components: 1 | 2 | 3 | 4;
  readonly data: Samples;
}

export interface PixelSource {
  readonly documentID: number;
  /** Absent: the composite. */
  readonly layerID?: number;
  /** Absent: the pixels stay in the document's own space. */
  readonly convertTo?: ColorSpace;
}

/** A soft area in document pixels: 0 outside `bounds`. */
export interface Coverage {
  readonly bounds: Rect;
  readonly mask: Mask;
}

/** What Photoshop has of `area`; nothing where it has no pixels there. Only in a modal scope. */
export async function readBlock(
  { documentID, layerID, convertTo }: PixelSource,
  area: Rect,
): Promise<Block | undefined> {
  const answer = await imaging.getPixels({
    documentID,
    ...(layerID === undefined ? {} : { layerID }),
    sourceBounds: area,
    ...(convertTo === undefined ? {} : { colorSpace: 'RGB', colorProfile: convertTo.profile }),
  });
  return copyOut(answer.imageData, answer.sourceBounds, answer.level);
}

/**
 * The pixels of `area`, padded where Photoshop trimmed them: whatever has no pixels is transparent. 3 channels where the
 * source is opaque and covers the area, else 4 (gray: 1 and 2).
 */
export function* padded(block: Block, area: Rect, space: ColorSpace): Sliced<Raster> {
  const { inDocument, components, data } = block;
  const given: Raster = { ...sizeOf(inDocument), channels: components, space, data };
  if (sameRect(inDocument, area)) return given;
  const size = sizeOf(area);
  const seen = yield* withAlpha(given);
  const { channels } = seen;
  const whole: Raster = { ...size, channels, space, data: samplesLike(data, size.width * size.height * channels) };
  yield* pasteInto(whole, seen, within(area, inDocument));
  return whole;
}

/** What `getSelection` and `getLayerMask` answer. */
export interface CoverageAnswer {
  readonly imageData?: ImageData;
  readonly sourceBounds?: Rect;
}

/** A mask or selection in its own box; nothing where there is none. Only in a modal scope. */
export async function copyCoverage({ imageData, sourceBounds }: CoverageAnswer): Promise<Coverage | undefined> {
  const block = await copyOut(imageData, sourceBounds, 0);
  if (block === undefined) return undefined;
  const { inDocument, data } = block;
  return {
    bounds: inDocument,
    mask: { ...sizeOf(inDocument), data: data instanceof Float32Array ? fromShares(data) : data },
  };
}

/** A mask of 32 bit, as deep as one of 16. */
function fromShares(data: Float32Array): Uint16Array {
  const mask = new Uint16Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const share = data[i];
    // written so that what is not a number becomes 0
    if (share > 0) mask[i] = share < 1 ? share * 32768 + 0.5 : 32768;
  }
  return mask;
}

/** Copies the samples out and lets go of Photoshop's memory. Returned bounds count in pixels of the pyramid's level. */
async function copyOut(
  image: ImageData | undefined,
  bounds: Rect | undefined,
  level: number,
): Promise<Block | undefined> {
  if (image === undefined) return undefined;
  try {
    if (bounds === undefined || image.width === 0 || image.height === 0) return undefined;
    const data = await image.getData({});
    const factor = 2 ** level;
    const left = bounds.left * factor;
    const top = bounds.top * factor;
    const inDocument = { left, top, right: left + image.width, bottom: top + image.height };
    assert(data.length === image.width * image.height * image.components, 'as many samples as the image has');
    return { inDocument, components: channelCount(image.components), data };
  } finally {
    await image.dispose();
  }
}

function channelCount(components: number): Block['components'] {
  assert(components === 1 || components === 2 || components === 3 || components === 4, 'one to four components');
  return components;
}
