import fc from 'fast-check';
import { decodeBase64 } from '../../../src/base/base64';
import { LongText, scanJson, type ScanOptions } from '../../../src/base/scanJson';
import { Unreadable } from '../../../src/base/unreadable';
import { encodeUtf8 } from '../../../src/base/utf8';
import { runNow } from '../../support/runNow';

const scanned = (text: string, options?: ScanOptions) => runNow(scanJson(encodeUtf8(text), options));

it('gives what JSON.parse gives', () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
      const written = JSON.stringify(JSON.parse(text), undefined, indent);
      expect(scanned(written)).toEqual(JSON.parse(written));
    }),
    { numRuns: 500 },
  );
});

it('refuses what JSON.parse refuses, and nothing else', () => {
  const pieces = ['{', '}', '[', ']', '"', ',', ':', '0', '1', '23', '.', 'e', 'E', '+', '-', '\\', 'n', 't', 'u', ' '];
  const signs = fc.constantFrom(...pieces, '\n', '\u0001', 'true', 'false', 'null', 'nul', '"a"', '{"a":', '[1,');
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 9 }), (chosen) => {
      const text = chosen.join('');
      expect(outcomeOf(() => scanned(text))).toEqual(outcomeOf((): unknown => JSON.parse(text)));
    }),
    { numRuns: 5000 },
  );
});

function outcomeOf(read: () => unknown): unknown {
  try {
    return { value: read() };
  } catch {
    return 'refused';
  }
}

it('leaves a long text where it lies', () => {
  const picture = Buffer.from(Uint8Array.from({ length: 30_000 }, (_, i) => i & 255)).toString('base64');
  const value = scanned(JSON.stringify({ parts: [{ text: 'small' }, { data: picture }] }));
  expect(value).toMatchObject({ parts: [{ text: 'small' }, { data: expect.any(LongText) as unknown }] });
  const found = longTexts(value);
  expect(found).toHaveLength(1);
  const [{ bytes, start, end }] = found;
  expect(runNow(decodeBase64(bytes, start, end))).toEqual(Uint8Array.from({ length: 30_000 }, (_, i) => i & 255));
  expect(found[0].read()).toBe(picture);
});

function longTexts(value: unknown): LongText[] {
  if (value instanceof LongText) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(longTexts) : [];
}

it('knows a long text that is full of escapes', () => {
  const text = 'a "quoted" \\ line\n'.repeat(2000);
  expect(longTexts(scanned(JSON.stringify([text])))[0].read()).toBe(text);
});

it('takes a mark of byte order, and a name that would change an object for a name', () => {
  expect(scanned('\ufeff[1]')).toEqual([1]);
  expect(Object.keys(scanned('{"__proto__":{"a":1}}') as object)).toEqual(['__proto__']);
});

it.each([
  ['an empty body', ''],
  ['a page', '<!DOCTYPE html>'],
  ['a body that was cut', '{"data":"aaaa'],
  ['a text that ends in an escape', '"aaaa\\'],
  ['nesting beyond the limit', '['.repeat(300) + ']'.repeat(300)],
  ['a name beyond the limit', `{"${'a'.repeat(5000)}":1}`],
])('refuses %s', (_, text) => expect(() => scanned(text)).toThrow(Unreadable));
