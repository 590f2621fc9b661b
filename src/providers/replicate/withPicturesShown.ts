import { base64Length } from '../../base/base64';
import { buildMultipart } from '../../base/multipart';
import { runSliced } from '../../base/slices';
import { asJson } from '../answer';
import type { Connection } from '../connection';
import type { Asked } from '../outcome';
import { asDataUri, type CallPictures, mapPictures, type Shown } from '../pictures';
import type { ServiceTools } from '../service';
import { shortly } from '../shortly';
import { storedFile } from './answers';
import { outcomeOfReplicate } from './outcome';

/** Who is shown something, and how. */
export interface Showing {
  readonly asked: Asked;
  readonly connection: Connection;
  readonly tools: ServiceTools;
  readonly signal: AbortSignal;
}

/** So many bytes of pictures may stand in a body; beyond, they are stored with the service for as long as it takes. */
const mostWithin = 10_000_000;

/** Does something with the pictures as they may stand in a body, and has the service forget what it stored for it. */
export async function withPicturesShown<T>(
  pictures: CallPictures,
  showing: Showing,
  use: (shown: Shown) => Promise<T>,
): Promise<T> {
  const { source, mask, references } = pictures;
  const sizes = [source, mask, ...references].map((file) => base64Length(file?.length ?? 0));
  if (sizes.reduce((sum, size) => sum + size, 0) < mostWithin) return use(mapPictures(pictures, asDataUri));
  const ids: string[] = [];
  try {
    return await use(await storeAll(pictures, ids, showing));
  } finally {
    await shortly((signal) => Promise.all(ids.map((id) => forget(id, { ...showing, signal }))), showing.tools.pace);
  }
}

async function storeAll({ source, mask, references }: CallPictures, ids: string[], showing: Showing): Promise<Shown> {
  const store = async (file: Uint8Array) => {
    const { id, urls } = await storeFile(file, showing);
    ids.push(id);
    return urls.get;
  };
  const addresses: string[] = [];
  for (const reference of references) addresses.push(await store(reference));
  return {
    ...(source && { source: await store(source) }),
    ...(mask && { mask: await store(mask) }),
    references: addresses,
  };
}

async function storeFile(file: Uint8Array, { asked, connection, signal }: Showing) {
  const field = { name: 'content', fileName: 'picture.png', type: 'image/png', bytes: file };
  const { body, contentType } = await runSliced(buildMultipart([field]), { signal });
  return connection.ask(
    {
      method: 'POST',
      address: '/v1/files',
      body,
      headers: { 'content-type': contentType },
      charge: 'free',
      read: asJson(storedFile),
      judge: (failure) => outcomeOfReplicate(asked, failure),
    },
    signal,
  );
}

function forget(id: string, { asked, connection, signal }: Showing): Promise<void> {
  return connection.ask(
    {
      method: 'DELETE',
      address: `/v1/files/${id}`,
      charge: 'free',
      read: () => undefined,
      judge: (failure) => outcomeOfReplicate(asked, failure),
    },
    signal,
  );
}
