import { startBfl } from '../servers/bfl';
import type { Running } from '../servers/kit';
import { type Picture, plain, readPicture } from '../servers/picture';
import { documentIn, sceneSpot, softSpot } from '../support/documents/inMode';
import { layerNamed } from '../support/lookAt';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { reaching } from '../support/reaching';
import { webpFile } from '../support/webpFile';

const key = 'secret-key-0123456789';
const red = [200, 40, 30] as const;

let server: Running;
let stage: OnStage;

beforeAll(async () => {
  server = await startBfl({ key });
  stage = await onStage(reaching({ bfl: server.address }, { bfl: key }));
});

afterAll(async () => {
  expectClean(stage);
  await stage.close();
  await server.close();
});

const request = { operation: 'replace', prompt: 'a red door', model: 'flux-2-pro' };

it('an answer in WebP is opened by Photoshop, and placed as any other', async () => {
  const answer = await webpFile(plain(96, 80, red));
  server.faults.add('file', { kind: 'reply', reply: { status: 200, body: Buffer.from(answer) } }, 1);
  const document = stage.open(documentIn('rgb', 8, stage.core, undefined, softSpot(8)));
  const { outcome, layers = [] } = await stage.edit({ ...request, operation: 'inpaint' });
  expect(outcome).toBe('placed');
  expect(colorAt(document, layers[0]?.id)).toEqual(red);
});

it('a WebP file that is open is shown to the model', async () => {
  const shown: Picture = plain(40, 30, red);
  await stage.user.openFile('door.webp', await webpFile(shown));
  stage.open(documentIn('rgb', 8, stage.core, undefined, softSpot(8)));
  const references = [{ from: { kind: 'document', title: 'door.webp' }, role: 'product' }];
  expect((await stage.edit({ ...request, references })).outcome).toBe('placed');
  const body = JSON.parse(String(server.log.filter(({ stage: at }) => at === 'submit').at(-1)?.body)) as object;
  const sent = readPicture(Buffer.from(String(Reflect.get(body, 'input_image_2')), 'base64'));
  expect(sent).toEqual(shown);
});

/** The color of a layer in the middle of what was selected. */
function colorAt(document: number, id: number | undefined): readonly number[] {
  const { bounds, pixels } = layerNamed(stage.control.state(document), id);
  const [x, y] = [(sceneSpot.left + sceneSpot.right) >> 1, (sceneSpot.top + sceneSpot.bottom) >> 1];
  const at = (y - bounds.top) * (bounds.right - bounds.left) + (x - bounds.left);
  return pixels.read().color.map((plane) => plane[at] ?? -1);
}
