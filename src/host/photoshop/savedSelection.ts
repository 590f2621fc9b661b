import { constants } from 'photoshop';
import { assert } from '../../base/assert';
import type { PhotoshopDocument } from './documents';

const channelName = 'Inlay';

type Channel = PhotoshopDocument['channels'][number];

/** What is selected, as a channel of the document: copies of it have that in any case, a selection perhaps. */
export function saveSelection(document: PhotoshopDocument): Promise<void> {
  return document.selection.save(channelName);
}

/** The channel that was saved in the document, or in the one that it is a copy of. */
export function savedSelection(document: PhotoshopDocument): Channel {
  // the retoucher may have a channel of that name: the one that was just saved is the last
  const saved = [...document.channels].filter(({ name }) => name === channelName).at(-1);
  assert(saved !== undefined, 'the channel that was just saved');
  return saved;
}

/**
 * Works while nothing is selected, since what moves a layer might move no more of it than is selected. The selection
 * waits in a channel meanwhile; where the work fails, the history has to bring it back.
 */
export async function whileUnselected<T>(document: PhotoshopDocument, work: () => Promise<T>): Promise<T> {
  if (document.selection.bounds === null) return work();
  await saveSelection(document);
  await document.selection.deselect();
  const result = await work();
  const saved = savedSelection(document);
  await document.selection.load(saved, constants.SelectionType.REPLACE, false);
  await saved.remove();
  return result;
}
