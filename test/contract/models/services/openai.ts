import { openai as service } from '../../../../src/providers/openai';
import { openaiModels } from '../../../../src/routing/catalog/openai';
import { startOpenAi } from '../../../servers/openai';
import { plain } from '../../../servers/picture';
import { aCall } from '../../../support/aModelCall';
import { wireAnswer } from '../../../support/wire';
import { modelNamed } from '../modelNamed';
import type { Served } from '../served';

export const openai: Served = {
  service,
  spec: modelNamed(openaiModels, 'gpt-image-2'),
  call: aCall(),
  stages: [],
  stop: 'none',
  hurry: 300,
  start: ({ key, ending = 'pictures', size }) =>
    startOpenAi({ key, ending, ...(size && { paint: () => plain(size.width, size.height, [1, 2, 3]) }) }),
  carries: (file) => ({ status: 200, body: { data: [{ b64_json: base64(file) }] } }),
  words: {
    auth: wire(401, 'error-key'),
    'no-credit': wire(429, 'error-quota'),
    'invalid-input': wire(400, 'error-size'),
    'rate-limited': wire(429, 'error-rate'),
    gone: { status: 404, body: { error: { message: 'The model does not exist', code: 'model_not_found' } } },
    'refused-input': wire(400, 'error-moderation'),
    down: { status: 503, body: { error: { message: 'The server is overloaded', type: 'server_error', code: null } } },
  },
  endings: { refused: 'model.refused-input', none: 'model.no-image', failed: 'model.down' },
};

const { carries: _, ...without } = openai;

/** A server that keeps its pictures at paths of its own. */
export const openaiLinked: Served = {
  ...without,
  stages: ['view'],
  start: ({ key, ending = 'pictures', size }) =>
    startOpenAi({
      key,
      ending,
      pictures: 'linked',
      ...(size && { paint: () => plain(size.width, size.height, [1, 2, 3]) }),
    }),
};

function wire(status: number, name: string) {
  return { status, body: wireAnswer('openai', name) as object };
}

function base64(file: Uint8Array): string {
  return Buffer.from(file).toString('base64');
}
