import type { ModelAnswer } from '../routing/model';
import type { Connection } from './connection';
import { openEach } from './openEach';
import { decodePicture, type Opening } from './pixels';
import { fileOf } from './scanned';

export interface Lying {
  readonly provider: string;
  readonly requestId: string;
  readonly connection: Connection;
  readonly opening: Opening;
}

/** The pictures of an answer, in its order: fetched from the addresses it names, or out of the answer itself. */
export function picturesAt(
  places: readonly unknown[],
  lying: Lying,
): Promise<Pick<ModelAnswer, 'images' | 'warnings'>> {
  return openEach(places, async (place) => decodePicture(await fileAt(place, lying), lying.provider, lying.opening));
}

/** A short text is an address unless it is a file itself; a long one, which was left where it lies, is a file. */
function fileAt(place: unknown, { provider, requestId, connection, opening: { signal } }: Lying): Promise<Uint8Array> {
  if (typeof place === 'string' && !place.startsWith('data:')) return connection.fetchFile(place, signal, requestId);
  return fileOf(place, provider, signal);
}
