import { constants } from 'photoshop';
import { assert } from '../../base/assert';
import { activate, maskFromSelection, selectTransparency } from './descriptors';
import type { PhotoshopDocument, PhotoshopLayer } from './documents';

const channelName = 'Inlay';

/**
 * Gives a layer the mask that another one brings as its transparency: that is loaded as the selection, from which the
 * mask is made. The carrier is gone afterwards; the selection that was there waits in a channel meanwhile.
 */
export async function maskAsCarried(
  document: PhotoshopDocument,
  made: PhotoshopLayer,
  carrier: PhotoshopLayer,
): Promise<void> {
  const wasSelected = document.selection.bounds !== null;
  if (wasSelected) await document.selection.save(channelName);
  await selectTransparency(carrier);
  carrier.delete();
  await activate(document, made);
  await maskFromSelection();
  if (!wasSelected) return;
  const saved = [...document.channels].filter(({ name }) => name === channelName).at(-1);
  assert(saved !== undefined, 'the channel that was just saved');
  await document.selection.load(saved, constants.SelectionType.REPLACE, false);
  await saved.remove();
}
