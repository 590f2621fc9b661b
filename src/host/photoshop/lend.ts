import { imaging } from 'photoshop';
import type { Mask } from '../../image/mask';
import type { Raster, Samples } from '../../image/raster';

type ImageData = Awaited<ReturnType<typeof imaging.createImageDataFromBuffer>>;
type Description = Parameters<typeof imaging.createImageDataFromBuffer>[1];

/**
 * Lends a picture to Photoshop for as long as `use` lasts. Without a profile's name the values are the document's own:
 * an embedded profile need not be known by its name.
 */
export function lendPixels<T>(pixels: Raster, use: (image: ImageData) => Promise<T>): Promise<T> {
  const { width, height, channels, data } = pixels;
  return lend(data, { width, height, components: channels, colorSpace: 'RGB' }, use);
}

/** The same for a mask or a selection. */
export function lendMask<T>({ width, height, data }: Mask, use: (image: ImageData) => Promise<T>): Promise<T> {
  const description = {
    width,
    height,
    components: 1,
    colorSpace: 'Grayscale',
    colorProfile: 'Gray Gamma 2.2',
  } as const;
  return lend(data, description, use);
}

async function lend<T>(data: Samples, description: Description, use: (image: ImageData) => Promise<T>): Promise<T> {
  const image = await imaging.createImageDataFromBuffer(data, description);
  try {
    return await use(image);
  } finally {
    await image.dispose();
  }
}
