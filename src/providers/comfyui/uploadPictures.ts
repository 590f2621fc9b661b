import { buildMultipart } from '../../base/multipart';
import { runSliced } from '../../base/slices';
import type { ModelCall, ModelSpec } from '../../routing/model';
import { asJson } from '../answer';
import type { Connection } from '../connection';
import type { Asked } from '../outcome';
import type { PicturesAs } from '../pictures';
import { encodePictures } from '../pixels';
import { outcomeOfComfyUi, uploaded } from './answers';

/**
 * Lays the pictures of a call down with the server and answers the names by which its nodes load them. They lie among
 * what it throws away when it is started.
 */
export async function uploadPictures(
  model: ModelSpec,
  call: ModelCall,
  asked: Asked,
  connection: Connection,
  signal: AbortSignal,
): Promise<PicturesAs<string>> {
  const { source, mask, references } = await encodePictures(call, signal);
  const upload = (file: Uint8Array, name: string) => uploadPicture(file, name, asked, connection, signal);
  const names: string[] = [];
  for (const file of references.slice(0, model.references)) names.push(await upload(file, 'inlay-reference.png'));
  return {
    ...(source && { source: await upload(source, 'inlay-source.png') }),
    ...(mask && model.mask !== 'none' && { mask: await upload(mask, 'inlay-mask.png') }),
    references: names,
  };
}

/** The server gives another name where that one is taken. */
async function uploadPicture(
  bytes: Uint8Array,
  fileName: string,
  asked: Asked,
  connection: Connection,
  signal: AbortSignal,
): Promise<string> {
  const fields = [
    { name: 'type', text: 'temp' },
    { name: 'subfolder', text: 'inlay' },
    { name: 'image', fileName, type: 'image/png', bytes },
  ];
  const { body, contentType } = await runSliced(buildMultipart(fields), { signal });
  const { name, subfolder, type } = await connection.ask(
    {
      method: 'POST',
      address: '/upload/image',
      body,
      headers: { 'content-type': contentType },
      charge: 'free',
      read: asJson(uploaded),
      judge: (failure) => outcomeOfComfyUi(asked, failure),
    },
    signal,
  );
  return `${subfolder === '' ? '' : `${subfolder}/`}${name} [${type}]`;
}
