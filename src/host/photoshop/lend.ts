import { imaging } from 'photoshop';
import type { Mask } from '../../image/mask';
import { type Depth, fullScaleOf, type Raster, type Samples, samplesLike } from '../../image/raster';
import type { Size } from '../../image/rect';

type ImageData = Awaited<ReturnType<typeof imaging.createImageDataFromBuffer>>;
type Description = Parameters<typeof imaging.createImageDataFromBuffer>[1];

/**
 * Lends a picture to Photoshop for as long as `use` lasts. Without a profile's name the values are the document's own:
 * an embedded profile need not be known by its name.
 */
export function lendPixels<T>(pixels: Raster, use: (image: ImageData) => Promise<T>): Promise<T> {
  const { width, height, channels, space, data } = pixels;
  return lend(data, { width, height, components: channels, colorSpace: spaceNames[space.model] }, use);
}

/** The same for pixels that need not be the document's own: Photoshop converts them from their profile, known by name. */
export function lendPixelsAs<T>(pixels: Raster, use: (image: ImageData) => Promise<T>): Promise<T> {
  const { width, height, channels, space, data } = pixels;
  const description = { width, height, components: channels, colorSpace: spaceNames[space.model] };
  return lend(data, { ...description, colorProfile: space.profile }, use);
}

/** The same for a mask or a selection of a document of that depth: as deep as it, if the mask has come that deep. */
export function lendMask<T>(mask: Mask, depth: Depth, use: (image: ImageData) => Promise<T>): Promise<T> {
  return lend(depth === 32 ? asShares(mask.data) : mask.data, coverageOf(mask), use);
}

/** A mask that hides everything of a size, as deep as `mask` is lent. */
export function lendHidden<T>(size: Size, mask: Mask, depth: Depth, use: (image: ImageData) => Promise<T>): Promise<T> {
  const length = size.width * size.height;
  return lend(depth === 32 ? new Float32Array(length) : samplesLike(mask.data, length), coverageOf(size), use);
}

/** The way of 32 bit: 0 to 1. */
function asShares(data: Mask['data']): Float32Array {
  const full = fullScaleOf(data);
  const shares = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) shares[i] = data[i] / full;
  return shares;
}

function coverageOf({ width, height }: Size): Description {
  return { width, height, components: 1, colorSpace: 'Grayscale', colorProfile: 'Gray Gamma 2.2' };
}

const spaceNames = { rgb: 'RGB', gray: 'Grayscale', lab: 'Lab' } as const;

async function lend<T>(data: Samples, description: Description, use: (image: ImageData) => Promise<T>): Promise<T> {
  const image = await imaging.createImageDataFromBuffer(data, description);
  try {
    return await use(image);
  } finally {
    await image.dispose();
  }
}
