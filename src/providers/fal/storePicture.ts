import { z } from 'zod';
import { asJson } from '../answer';
import type { Connection } from '../connection';
import { outcomeOfFal } from './outcome';

const place = z.object({ upload_url: z.string().min(1), file_url: z.string().min(1) });

/** Where the storage lies, unless the settings name one address for all. */
const home = 'https://rest.fal.ai';

/** Whoever has the link can read it: an hour is enough for those who are shown it. */
const lifecycle = JSON.stringify({ expiration_duration_seconds: 3600 });

/** Puts a picture at a public link, which it answers. */
export async function storePicture(
  file: Uint8Array,
  model: string,
  connection: Connection,
  signal: AbortSignal,
): Promise<string> {
  const { upload_url: address, file_url: link } = await connection.ask(
    {
      method: 'POST',
      home,
      address: '/storage/upload/initiate?storage_type=fal-cdn-v3',
      headers: { 'x-fal-object-lifecycle': lifecycle },
      body: JSON.stringify({ content_type: 'image/png', file_name: 'picture.png' }),
      charge: 'free',
      read: asJson(place),
      judge: (failure) => outcomeOfFal({ provider: 'fal', model }, failure),
    },
    signal,
  );
  await connection.storeFile(address, file, signal);
  return link;
}
