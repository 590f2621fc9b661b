import { assert } from '../base/assert';
import type { Raster } from '../image/raster';
import type { Capture } from './capture';

/**
 * Aligns an answer with the source and matches its color. An answer in the document's own space and size was made on
 * the source's pixel grid from the source's own colors: it passes bit for bit.
 */
export function finish(image: Raster, { source }: Capture): Raster {
  assert(image.width === source.width && image.height === source.height, 'an answer of the size that was sent');
  assert(image.channels === source.channels, 'an answer with the channels that were sent');
  return image;
}
