import fc from 'fast-check';
import { base64Of, decodeBase64, encodeBase64 } from '../../../src/base/base64';
import { Unreadable } from '../../../src/base/unreadable';
import { runNow } from '../../support/runNow';

const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const decoded = (text: string) => runNow(decodeBase64(ascii(text)));

it('is what everybody reads', () => {
  const bytes = Uint8Array.from({ length: 200_003 }, (_, i) => (i * 7) & 255);
  expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  expect(textOf(runNow(encodeBase64(bytes)))).toBe(Buffer.from(bytes).toString('base64'));
});

it('comes back as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(runNow(decodeBase64(runNow(encodeBase64(bytes))))).toEqual(bytes);
    }),
  );
});

it('is read from the middle of a body', () => {
  expect(textOf(runNow(decodeBase64(ascii('"SGVsbG8="'), 1, 9)))).toBe('Hello');
});

it.each([
  ['no padding', 'SGVsbG8'],
  ['lines', 'SGVs\r\nbG8=\n'],
  ['escaped lines of JSON', 'SGVs\\nbG8='],
  ['a data address', 'data:text/plain;base64,SGVsbG8='],
  ['escaped signs of JSON', 'SGVs\\u0062G8='],
])('is read with %s', (_, text) => expect(textOf(decoded(text))).toBe('Hello'));

it('is read in both alphabets, and with escaped slashes', () => {
  expect([...decoded('+/+/')]).toEqual([...decoded('-_-_')]);
  expect([...decoded('+\\/+\\/')]).toEqual([...decoded('+/+/')]);
});

it.each(['SGVs*G8=', 'A', 'SGVs\\xbG8=', 'data:image/png;base64', 'SGVs\\u00', '<html>'])(
  'does not read %s',
  (text) => {
    expect(() => decoded(text)).toThrow(Unreadable);
  },
);
