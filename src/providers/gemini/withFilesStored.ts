import { z } from 'zod';
import { base64Length } from '../../base/base64';
import { InlayError } from '../../base/errors';
import { asJson } from '../answer';
import type { Answer, Connection, Question } from '../connection';
import type { Asked } from '../outcome';
import { asBase64, type CallPictures, mapPictures, type Shown } from '../pictures';
import { poll } from '../poll';
import type { ServiceTools } from '../service';
import { shortly } from '../shortly';
import { outcomeOfGemini } from './outcome';

/** Who is shown something, and how. */
export interface Showing {
  readonly asked: Asked;
  readonly connection: Connection;
  readonly tools: ServiceTools;
  readonly signal: AbortSignal;
}

/** So many bytes of pictures are certain to be taken in one request; beyond, they are stored for as long as it takes. */
const mostWithin = 19_000_000;

/** Does something with the pictures as they may stand in a body, and has the service forget what it stored for it. */
export async function withFilesStored<T>(
  pictures: CallPictures,
  showing: Showing,
  use: (shown: Shown) => Promise<T>,
): Promise<T> {
  const { source, references } = pictures;
  const all = [...(source ? [source] : []), ...references];
  if (all.reduce((sum, file) => sum + base64Length(file.length), 0) <= mostWithin)
    return use(mapPictures(pictures, asBase64));
  const names: string[] = [];
  try {
    const uris: string[] = [];
    for (const file of all) uris.push(await store(file, names, showing));
    const [first, ...others] = uris;
    return await use(source && first !== undefined ? { source: first, references: others } : { references: uris });
  } finally {
    await shortly(
      (signal) => Promise.all(names.map((name) => forget(name, { ...showing, signal }))),
      showing.tools.pace,
    );
  }
}

const file = z.object({
  name: z.string().regex(/^files\/[\w-]+$/),
  uri: z.string().min(1),
  state: z.enum(['STATE_UNSPECIFIED', 'PROCESSING', 'ACTIVE', 'FAILED']),
});
type StoredFile = z.infer<typeof file>;
const stored = z.object({ file }).transform((answer) => answer.file);

/** The first request is answered with the address for the second. */
async function store(bytes: Uint8Array, names: string[], showing: Showing): Promise<string> {
  const begin: Question<string> = {
    ...common(showing),
    method: 'POST',
    address: '/upload/v1beta/files',
    headers: {
      'x-goog-upload-protocol': 'resumable',
      'x-goog-upload-command': 'start',
      'x-goog-upload-header-content-length': String(bytes.length),
      'x-goog-upload-header-content-type': 'image/png',
    },
    body: JSON.stringify({ file: { display_name: 'picture' } }),
    read: uploadAddress,
  };
  const address = await showing.connection.ask(begin, showing.signal);
  const upload: Question<StoredFile> = {
    ...common(showing),
    method: 'POST',
    address,
    headers: { 'x-goog-upload-command': 'upload, finalize', 'x-goog-upload-offset': '0' },
    body: bytes,
    read: asJson(stored),
  };
  const kept = await showing.connection.ask(upload, showing.signal);
  names.push(kept.name);
  return ready(kept, showing);
}

function uploadAddress({ header }: Answer): string {
  const address = header('x-goog-upload-url');
  if (address === undefined) throw new Error('no address to upload to');
  return address;
}

const polling = { firstMs: 500, slowestMs: 2000, withinMs: 60_000 };

async function ready(kept: StoredFile, showing: Showing): Promise<string> {
  const { connection, tools, signal } = showing;
  const { provider } = showing.asked;
  let seen = kept;
  const look = async () => {
    switch (seen.state) {
      case 'ACTIVE':
      case 'STATE_UNSPECIFIED':
        return seen.uri;
      case 'FAILED':
        throw new InlayError('model.invalid-input', { provider, says: 'a picture could not be stored' });
      case 'PROCESSING':
        seen = await connection.ask(
          { ...common(showing), method: 'GET', address: `/v1beta/${kept.name}`, read: asJson(file) },
          signal,
        );
        return undefined;
    }
  };
  const uri = await poll(look, polling, tools, signal);
  if (uri === undefined) throw new InlayError('model.down', { provider });
  return uri;
}

function forget(name: string, showing: Showing): Promise<void> {
  const question = { ...common(showing), method: 'DELETE', address: `/v1beta/${name}`, read: () => undefined } as const;
  return showing.connection.ask(question, showing.signal);
}

function common({ asked }: Showing) {
  const judge: Question<unknown>['judge'] = (failure) => outcomeOfGemini(asked, failure);
  return { charge: 'free', judge } as const;
}
