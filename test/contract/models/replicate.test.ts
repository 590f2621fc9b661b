import { createRandom } from '../../../src/base/random';
import { sRGB } from '../../../src/image/raster';
import { replicateModels } from '../../../src/routing/catalog/replicate';
import { startReplicate } from '../../servers/replicate';
import { aCall } from '../../support/aModelCall';
import { keepsItsHead } from './faults';
import { modelNamed } from './modelNamed';
import { replicate } from './services/replicate';
import { answered } from './trial';

keepsItsHead(replicate);

it('stores pictures that are too large for a body, and has them forgotten', async () => {
  const [width, height] = [1664, 1600];
  const random = createRandom(1);
  const data = Uint8Array.from({ length: width * height * 3 }, () => random.below(256));
  const large = {
    ...replicate,
    hurry: 2,
    spec: modelNamed(replicateModels, 'black-forest-labs/flux-2-pro'),
    call: aCall({ source: { width, height, channels: 3, space: sRGB, data }, size: { width: 416, height: 400 } }),
  };
  const { server, end } = await answered(large, ({ key }) => startReplicate({ key }));
  expect(end).toMatchObject({ images: [{ width: 416, height: 400 }] });
  expect(server.complaints).toEqual([]);
  const stages = server.log.map(({ stage }) => stage).filter((stage) => stage !== 'poll');
  expect(stages).toEqual(['upload', 'submit', 'file', 'forget']);
});
