import { type InlayError, isInlayError } from '../base/errors';
import type { Raster } from '../image/raster';
import type { ModelAnswer } from '../routing/model';

/**
 * The pictures of an answer, in its order. One that cannot be had is told, and no reason to lose the others, which are
 * paid for as well. Throws what the first one said where there is none.
 */
export async function openEach<Place>(
  places: readonly Place[],
  open: (place: Place) => Promise<Raster>,
): Promise<Pick<ModelAnswer, 'images' | 'warnings'>> {
  const images: Raster[] = [];
  const failures: InlayError[] = [];
  for (const place of places) {
    try {
      images.push(await open(place));
    } catch (error) {
      if (!isInlayError(error)) throw error;
      failures.push(error);
    }
  }
  const [first] = failures;
  if (first === undefined) return { images, warnings: [] };
  if (images.length === 0) throw first;
  return { images, warnings: [{ text: `${failures.length} of ${places.length} pictures could not be used.` }] };
}
