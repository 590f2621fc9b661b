import { Base64Text, buildJsonBody } from '../../../src/base/jsonBody';
import { buildMultipart } from '../../../src/base/multipart';
import { runNow } from '../../support/runNow';

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 31) & 255);

it('a JSON body holds the base64 of its pictures', () => {
  const body = runNow(
    buildJsonBody({
      prompt: 'Grüße "an" alle\n',
      images: [new Base64Text(bytes), new Base64Text(bytes.subarray(0, 4), 'data:image/png;base64,')],
      seed: 7,
      nothing: null,
      absent: undefined,
      size: { width: 1, exact: true },
      none: [],
    }),
  );
  expect(JSON.parse(textOf(body))).toEqual({
    prompt: 'Grüße "an" alle\n',
    images: [
      Buffer.from(bytes).toString('base64'),
      `data:image/png;base64,${Buffer.from(bytes.subarray(0, 4)).toString('base64')}`,
    ],
    seed: 7,
    nothing: null,
    size: { width: 1, exact: true },
    none: [],
  });
});

it('a JSON body without pictures is what JSON.stringify writes', () => {
  const value = { a: [1, 'zwölf', { b: null }, []], c: {}, d: -1.5e300 };
  expect(textOf(runNow(buildJsonBody(value)))).toBe(JSON.stringify(value));
});

it('a form reads as it was written', async () => {
  const { body, contentType } = runNow(
    buildMultipart([
      { name: 'prompt', text: 'Grüße\r\nan alle' },
      { name: 'image', fileName: 'a "b".png', type: 'image/png', bytes },
    ]),
  );
  const form = await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
  expect(form.get('prompt')).toBe('Grüße\r\nan alle');
  const file = form.get('image') as File;
  expect(file.type).toBe('image/png');
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
});

it('a form is the same every time, byte for byte', () => {
  const { body } = runNow(buildMultipart([{ name: 'n', text: '2' }]));
  const boundary = '--inlay-form-boundary-1';
  expect(textOf(body)).toBe(`${boundary}\r\nContent-Disposition: form-data; name="n"\r\n\r\n2\r\n${boundary}--\r\n`);
});

it('no part holds the boundary of its form', () => {
  const { contentType } = runNow(buildMultipart([{ name: 'n', text: 'inlay-form-boundary-1' }]));
  expect(contentType).toBe('multipart/form-data; boundary=inlay-form-boundary-2');
});
