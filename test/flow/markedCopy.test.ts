import { startBfl } from '../servers/bfl';
import { startGemini } from '../servers/gemini';
import type { Running } from '../servers/kit';
import { type Picture, readPicture } from '../servers/picture';
import { documentIn, sceneSpot, softSpot } from '../support/documents/inMode';
import { layerNamed } from '../support/lookAt';
import { expectClean, onStage, type OnStage } from '../support/onStage';
import { reaching } from '../support/reaching';

const key = 'secret-key-0123456789';

let bfl: Running;
let gemini: Running;
let stage: OnStage;

beforeAll(async () => {
  bfl = await startBfl({ key });
  gemini = await startGemini({ key });
  stage = await onStage(reaching({ bfl: bfl.address, gemini: gemini.address }, { bfl: key, gemini: key }));
});

afterAll(async () => {
  expectClean(stage);
  await stage.close();
  await Promise.all([bfl, gemini].map((server) => server.close()));
});

const request = { operation: 'inpaint', prompt: 'a red door', marking: 'copy' };

it('is the second picture, painted where the source is to change, and references follow', async () => {
  const document = stage.open(documentIn('rgb', 8, stage.core, undefined, softSpot(8)));
  const references = [{ from: { kind: 'layer', name: 'Veil' }, role: 'product' }];
  const answer = await stage.edit({ ...request, operation: 'replace', references, model: 'flux-2-pro' });
  expect(answer.outcome).toBe('placed');
  const body = lastBody(bfl);
  const [source, marked] = ['input_image', 'input_image_2'].map((name) => pictureFrom(Reflect.get(body, name)));
  expect(Reflect.get(body, 'input_image_3')).toBeDefined();
  expect(Reflect.get(body, 'prompt')).toMatch(
    /Image 2 is a copy of it that shows where to change it\. Image 3 is the product/,
  );
  const painted = pixelsThatDiffer(source, marked);
  expect(painted.every((pixel) => isMagenta(marked, pixel))).toBe(true);
  expect(painted.length).toBeGreaterThan(100);
  expect(painted.length).toBeLessThanOrEqual((sceneSpot.right - sceneSpot.left) ** 2);
  expect(String(layerNamed(stage.control.state(document), answer.layers?.[0]?.id).xmp)).toContain('painted magenta');
});

it('is paid for as one more picture', async () => {
  const priceOf = async (marking: string) => {
    stage.open(documentIn('rgb', 8, stage.core, undefined, softSpot(8)));
    const { route } = await stage.edit({ ...request, marking, model: 'flux-2-pro' });
    return Number(route?.['dollars']);
  };
  expect((await priceOf('copy')) - (await priceOf('words'))).toBeCloseTo(0.015);
});

it('is shown to Gemini as well, the picture to edit first', async () => {
  stage.open(documentIn('rgb', 8, stage.core, undefined, softSpot(8)));
  const answer = await stage.edit({ ...request, model: 'gemini-3-pro-image' });
  expect(answer.outcome).toBe('placed');
  expect(String(gemini.log.at(-1)?.body)).toContain('only where image 2 is painted magenta');
  expect(String(gemini.log.at(-1)?.body).match(/inlineData/g)).toHaveLength(2);
  expect(gemini.complaints).toEqual([]);
});

function lastBody({ log }: Running): object {
  return JSON.parse(String(log.filter(({ stage: at }) => at === 'submit').at(-1)?.body)) as object;
}

function pictureFrom(base64: unknown): Picture {
  return readPicture(Buffer.from(String(base64), 'base64'));
}

/** The numbers of the pixels that two pictures of one size do not share. */
function pixelsThatDiffer(one: Picture, other: Picture): readonly number[] {
  const pixels = Array.from({ length: one.width * one.height }, (_, pixel) => pixel);
  return pixels.filter((pixel) => [0, 1, 2].some((c) => one.data[pixel * 3 + c] !== other.data[pixel * 3 + c]));
}

function isMagenta({ data }: Picture, pixel: number): boolean {
  return data[pixel * 3] === 255 && data[pixel * 3 + 1] === 0 && data[pixel * 3 + 2] === 255;
}
