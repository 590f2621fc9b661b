import { imaging } from 'photoshop';
import { assert } from '../../base/assert';
import { withAlpha } from '../../image/alpha';
import { pasteInto } from '../../image/crop';
import type { Mask } from '../../image/mask';
import { type ColorSpace, type Raster, type Samples, samplesLike } from '../../image/raster';
import { heightOf, type Rect, sameRect, sizeOf, widthOf, within } from '../../image/rect';

type ImageData = Awaited<ReturnType<typeof imaging.getPixels>>['imageData'];

/** What Photoshop handed out: the part of the wanted area that has pixels, in document pixels. */
interface Block {
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

/**
 * The pixels of `area`, padded where Photoshop trimmed them: whatever has no pixels is transparent. 3 channels where the
 * source is opaque and covers the area, else 4. Nothing where the area has no pixels at all. Only in a modal scope.
 */
export async function readRect(source: PixelSource, area: Rect, space: ColorSpace): Promise<Raster | undefined> {
  const { documentID, layerID, convertTo } = source;
  const answer = await imaging.getPixels({
    documentID,
    ...(layerID === undefined ? {} : { layerID }),
    sourceBounds: area,
    ...(convertTo === undefined ? {} : { colorSpace: 'RGB', colorProfile: convertTo.profile }),
  });
  const block = await copyOut(answer.imageData, answer.sourceBounds, answer.level);
  return block === undefined ? undefined : padded(block, area, convertTo ?? space);
}

function padded(block: Block, area: Rect, space: ColorSpace): Raster {
  const size = { width: widthOf(area), height: heightOf(area) };
  const { components } = block;
  if (sameRect(block.inDocument, area)) return { ...size, channels: components, space, data: block.data };
  const data = samplesLike(block.data, size.width * size.height * 4);
  const from = { ...sizeOf(block.inDocument), channels: components, space, data: block.data };
  pasteInto({ ...size, channels: 4, space, data }, withAlpha(from), within(area, block.inDocument));
  return { ...size, channels: 4, space, data };
}

/** What `getSelection` and `getLayerMask` answer. */
export interface CoverageAnswer {
  readonly imageData?: ImageData;
  readonly sourceBounds?: Rect;
}

/** A mask or selection in its own box; nothing where there is none. Only in a modal scope. */
export async function copyCoverage({ imageData, sourceBounds }: CoverageAnswer): Promise<Coverage | undefined> {
  const block = await copyOut(imageData, sourceBounds, 0);
  if (block === undefined || block.data instanceof Float32Array) return undefined;
  return { bounds: block.inDocument, mask: { ...sizeOf(block.inDocument), data: block.data } };
}

/** Copies the samples out and lets go of Photoshop's memory. Returned bounds count in pixels of the pyramid's level. */
async function copyOut(image: ImageData | undefined, bounds: Rect | undefined, level: number): Promise<Block | undefined> {
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
