import { activate, maskFromSelection, selectTransparency } from './descriptors';
import type { PhotoshopDocument, PhotoshopLayer } from './documents';

/**
 * Gives a layer the mask that another one brings as its transparency: that is loaded as the selection, from which the
 * mask is made. The carrier is gone afterwards, and nothing is selected.
 */
export async function maskAsCarried(
  document: PhotoshopDocument,
  made: PhotoshopLayer,
  carrier: PhotoshopLayer,
): Promise<void> {
  await selectTransparency(carrier);
  carrier.delete();
  await activate(document, made);
  await maskFromSelection();
}
