import type { Raster } from '../image/raster';
import type { Connection } from './connection';
import { decodePicture, type Opening } from './pixels';
import { fileOf } from './scanned';

export interface Lying {
  readonly provider: string;
  readonly requestId: string;
  readonly connection: Connection;
  readonly opening: Opening;
}

/** The pictures of an answer, in its order: fetched from the addresses it names, or out of the answer itself. */
export async function picturesAt(places: readonly unknown[], lying: Lying): Promise<readonly Raster[]> {
  const pictures: Raster[] = [];
  for (const place of places) {
    const file = await fileAt(place, lying);
    pictures.push(await decodePicture(file, lying.provider, lying.opening));
  }
  return pictures;
}

/** A short text is an address unless it is a file itself; a long one, which was left where it lies, is a file. */
function fileAt(place: unknown, { provider, requestId, connection, opening: { signal } }: Lying): Promise<Uint8Array> {
  if (typeof place === 'string' && !place.startsWith('data:')) return connection.fetchFile(place, signal, requestId);
  return fileOf(place, provider, signal);
}
