import { createRandom } from '../../../src/base/random';
import { sRGB } from '../../../src/image/raster';
import { startGemini } from '../../servers/gemini';
import { plain } from '../../servers/picture';
import { aCall } from '../../support/aModelCall';
import { keepsItsHead } from './faults';
import { gemini, size } from './services/gemini';
import { answered } from './trial';

keepsItsHead(gemini);

it('says that a blocked prompt was refused before any work', async () => {
  const { end, server } = await answered(gemini, ({ key }) => startGemini({ key, ending: 'blocked' }));
  expect(end).toBe('model.refused-input');
  expect(server.billed).toEqual([]);
});

it('reads the other spelling', async () => {
  const { end } = await answered(gemini, ({ key }) => startGemini({ key, spelling: 'inline_data' }));
  expect(end).toMatchObject({ images: [{ width: 64, height: 48 }] });
});

it('stores pictures that are too large for one request, and has them forgotten', async () => {
  const [width, height] = [1600, 1600];
  const random = createRandom(1);
  const data = Uint8Array.from({ length: width * height * 3 }, () => random.below(256));
  const image = { width, height, channels: 3, space: sRGB, data } as const;
  const call = aCall({ size, source: image, references: [{ role: 'plain', label: 'again', image }] });
  const { server, end } = await answered({ ...gemini, call, hurry: 5 }, ({ key }) =>
    startGemini({ key, paint: () => plain(64, 48, [1, 2, 3]) }),
  );
  expect(end).toMatchObject({ images: [{ width: 64, height: 48 }] });
  expect(server.complaints).toEqual([]);
  expect(server.log.map(({ stage }) => stage)).toEqual([
    ...['upload', 'upload', 'upload', 'upload', 'submit'],
    ...['forget', 'forget'],
  ]);
});
