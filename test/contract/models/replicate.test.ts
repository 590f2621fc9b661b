import { createRandom } from '../../../src/base/random';
import { sRGB } from '../../../src/image/raster';
import { replicate as service } from '../../../src/providers/replicate';
import { replicateModels } from '../../../src/routing/catalog/replicate';
import { plain } from '../../servers/picture';
import { startReplicate } from '../../servers/replicate';
import { aCall } from '../../support/aModelCall';
import { wireAnswer } from '../../support/wire';
import { keepsItsHead } from './faults';
import { modelNamed } from './modelNamed';
import type { Served } from './served';
import { answered } from './trial';

const replicate: Served = {
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

keepsItsHead(replicate);

it('stores pictures that are too large for a body, and has them forgotten', async () => {
  const [width, height] = [1664, 1600];
  const random = createRandom(1);
  const data = Uint8Array.from({ length: width * height * 3 }, () => random.below(256));
  const large = {
    ...replicate,
    hurry: 5,
    spec: modelNamed(replicateModels, 'black-forest-labs/flux-2-pro'),
    call: aCall({ source: { width, height, channels: 3, space: sRGB, data }, size: { width: 416, height: 400 } }),
  };
  const { server, end } = await answered(large, ({ key }) => startReplicate({ key }));
  expect(end).toMatchObject({ images: [{ width: 416, height: 400 }] });
  expect(server.complaints).toEqual([]);
  expect(server.log.map(({ stage }) => stage)).toEqual(['upload', 'submit', 'poll', 'poll', 'poll', 'file', 'forget']);
});
