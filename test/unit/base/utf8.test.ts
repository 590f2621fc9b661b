import fc from 'fast-check';
import { decodeUtf8, encodeUtf8 } from '../../../src/base/utf8';

it('is written as browsers write it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(encodeUtf8(text)).toEqual(Uint8Array.from(new TextEncoder().encode(text)));
    }),
  );
  expect([...encodeUtf8('\ud800a')]).toEqual([...new TextEncoder().encode('\ud800a')]);
});

it('is read as browsers read it, also where it is damaged', () => {
  const telling = fc.constantFrom(
    0x00,
    0x41,
    0x7f,
    0x80,
    0x9f,
    0xa0,
    0xbf,
    0xc1,
    0xc2,
    0xe0,
    0xed,
    0xef,
    0xf0,
    0xf4,
    0xf5,
  );
  const bytes = fc.array(fc.oneof(telling, fc.integer({ min: 0, max: 255 })), { maxLength: 12 });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  fc.assert(
    fc.property(bytes, (values) => {
      expect(decodeUtf8(Uint8Array.from(values))).toBe(decoder.decode(Uint8Array.from(values)));
    }),
    { numRuns: 2000 },
  );
});

it('reads long texts and stretches of bytes', () => {
  const text = 'Grüße, 世界 🌍! '.repeat(2000);
  const bytes = encodeUtf8(`[${text}]`);
  expect(decodeUtf8(bytes, 1, bytes.length - 1)).toBe(text);
});
