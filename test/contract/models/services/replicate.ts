import { replicate as service } from '../../../../src/providers/replicate';
import { replicateModels } from '../../../../src/routing/catalog/replicate';
import { plain } from '../../../servers/picture';
import { startReplicate } from '../../../servers/replicate';
import { aCall } from '../../../support/aModelCall';
import { wireAnswer } from '../../../support/wire';
import { modelNamed } from '../modelNamed';
import type { Served } from '../served';

export const replicate: Served = {
  service,
  spec: modelNamed(replicateModels, 'google/nano-banana'),
  call: aCall({ size: { width: 64, height: 48, ratio: '4:3', tier: '1K' } }),
  stages: ['poll', 'file'],
  stop: 'real',
  start: ({ key, ending = 'pictures', size, fileAt }) =>
    startReplicate({
      key,
      ending: endings[ending],
      ...(fileAt !== undefined && { fileAt }),
      ...(size && { paint: () => plain(size.width, size.height, [1, 2, 3]) }),
    }),
  words: {
    auth: wire(401, 'error-key'),
    'no-credit': wire(402, 'error-credit'),
    'invalid-input': wire(422, 'error-input'),
    'rate-limited': { status: 429, body: { detail: 'Request was throttled.' } },
    gone: { status: 404, body: { detail: 'The requested resource could not be found.' } },
    down: { status: 500, body: { detail: 'Internal server error' } },
  },
  endings: { refused: 'model.refused-output', none: 'model.no-image', failed: 'model.failed' },
};

const endings = { pictures: 'pictures', refused: 'sensitive', none: 'none', failed: 'failed' } as const;

function wire(status: number, name: string) {
  return { status, body: wireAnswer('replicate', name) as object };
}
