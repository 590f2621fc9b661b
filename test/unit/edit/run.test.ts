import { explain, inOneLine } from '../../../src/app/explain';
import { InlayError } from '../../../src/base/errors';
import { type EditContext } from '../../../src/edit/context';
import { editRequest } from '../../../src/edit/operations';
import { newcomer } from '../../../src/edit/plan';
import { openPurse } from '../../../src/edit/purse';
import { runEdit } from '../../../src/edit/run';
import { type Raster, sRGB } from '../../../src/image/raster';
import type { EditModel } from '../../../src/routing/model';
import { aSpec } from '../../support/aModelCall';
import { createMemoryHost } from '../../support/memoryHost';

const context: EditContext = {
  signal: new AbortController().signal,
  onStep: () => undefined,
  onProgress: () => undefined,
};
const image: Raster = { width: 64, height: 64, channels: 3, space: sRGB, data: new Uint8Array(64 * 64 * 3) };

it('an answer that was paid for is said to be lost where its document was closed meanwhile', async () => {
  const host = createMemoryHost();
  let isClosed = false;
  const closed = new InlayError('host.document-closed', { title: 'hero.psd' });
  const model: EditModel = {
    spec: aSpec({ id: 'one', provider: 'bfl', operations: ['inpaint'] }),
    edit() {
      isClosed = true;
      return Promise.resolve({ images: [image], warnings: [], requestId: 'job-1' });
    },
  };
  const ended = runEdit(editRequest.parse({ operation: 'inpaint', prompt: 'a door', seed: 1, model: 'one' }), {
    host: { ...host, fromWire: (_document, pixels) => (isClosed ? Promise.reject(closed) : Promise.resolve(pixels)) },
    models: [model],
    circumstances: { ...newcomer, configured: { keys: ['bfl'], endpoints: [], presets: {} } },
    purse: openPurse,
    context,
  });
  const error = await ended.catch((thrown: unknown) => thrown);
  if (!(error instanceof InlayError)) throw error;
  expect(error).toMatchObject({ code: 'edit.answer-lost', details: { before: closed, requestId: 'job-1' } });
  expect(inOneLine(explain(error))).toBe(
    '“hero.psd” was closed. The answer had come and may have been charged (request job-1); it is lost. ' +
      'Nothing was placed. Open it again and run the edit once more.',
  );
});
