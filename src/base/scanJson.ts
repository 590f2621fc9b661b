import type { Sliced } from './slices';
import { Unreadable, mustHold } from './unreadable';
import { decodeUtf8 } from './utf8';

/**
 * A long text of a JSON body, left where it lies: between `start` and `end` of the body's bytes, quotes excluded, escapes
 * as they stand. A picture in base64 goes from there to `decodeBase64`.
 */
export class LongText {
  constructor(
    readonly bytes: Uint8Array,
    readonly start: number,
    readonly end: number,
  ) {}

  /** The text itself, in one go; of a longer one its first `most` bytes. */
  read(most = Infinity): string {
    return unescaped(this.bytes, this.start, Math.min(this.end, this.start + most));
  }
}

export interface ScanOptions {
  /** Texts of more bytes than this become a `LongText`. */
  readonly longText?: number;
  /** How deep arrays and objects may be nested. */
  readonly depth?: number;
}

/**
 * Reads a JSON body in slices, as strictly as `JSON.parse` and with the same result, but for long texts, which are not copied:
 * each becomes a `LongText`. Throws `Unreadable`. (RFC 8259.)
 */
export function* scanJson(bytes: Uint8Array, { longText = 4096, depth = 200 }: ScanOptions = {}): Sliced<unknown> {
  const reader: Reader = { bytes, at: startOf(bytes), longText };
  const open: Container[] = [];
  for (let last = 0; ;) {
    if (reader.at - last > bytesPerPiece) {
      last = reader.at;
      yield last / bytes.length;
    }
    const container = opened(reader);
    if (container) {
      mustHold(open.length < depth, 'JSON that is not nested so deep');
      open.push(container);
      if (!closes(reader, container)) {
        readKey(reader, container);
        continue;
      }
      open.pop();
    }
    let value = container ? container.value : yield* readScalar(reader);
    for (;;) {
      const around = open.at(-1);
      if (!around) {
        skipSpace(reader);
        mustHold(reader.at >= bytes.length, 'the end of JSON');
        return value;
      }
      putInto(around, value);
      if (!closes(reader, around)) {
        expect(reader, comma);
        readKey(reader, around);
        break;
      }
      open.pop();
      value = around.value;
    }
  }
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
  readonly longText: number;
}

type Container =
  | { readonly kind: 'array'; readonly value: unknown[] }
  | { readonly kind: 'object'; readonly value: Record<string, unknown>; key: string };

const bytesPerPiece = 1 << 13;
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const closers = { array: 0x5d, object: 0x7d };

/** A mark of byte order may stand before the text. */
function startOf(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** Goes on to what is no space and answers it; 0 at the end. */
function skipSpace(reader: Reader): number {
  const { bytes } = reader;
  let { at } = reader;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  reader.at = at;
  return at < bytes.length ? bytes[at] : 0;
}

function expect(reader: Reader, sign: number): void {
  mustHold(skipSpace(reader) === sign, `"${String.fromCharCode(sign)}" in JSON`);
  reader.at++;
}

function opened(reader: Reader): Container | undefined {
  const sign = skipSpace(reader);
  if (sign !== 0x5b && sign !== 0x7b) return undefined;
  reader.at++;
  return sign === 0x5b ? { kind: 'array', value: [] } : { kind: 'object', value: {}, key: '' };
}

function closes(reader: Reader, { kind }: Container): boolean {
  if (skipSpace(reader) !== closers[kind]) return false;
  reader.at++;
  return true;
}

/** The name of what comes next; in an array nothing has one. */
function readKey(reader: Reader, container: Container): void {
  if (container.kind === 'array') return;
  expect(reader, quote);
  const start = reader.at;
  const end = start + reader.longText;
  const stop = endOfText(reader.bytes, start, end);
  mustHold(reader.bytes[stop] === quote && stop < end, 'a name in JSON');
  container.key = unescaped(reader.bytes, start, stop);
  reader.at = stop + 1;
  expect(reader, colon);
}

function putInto(container: Container, value: unknown): void {
  if (container.kind === 'array') container.value.push(value);
  else if (container.key === '__proto__') {
    Object.defineProperty(container.value, container.key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else container.value[container.key] = value;
}

function* readScalar(reader: Reader): Sliced<unknown> {
  const sign = skipSpace(reader);
  if (sign === quote) return yield* readText(reader);
  for (const [word, value] of words) {
    if (!isAt(reader, word)) continue;
    reader.at += word.length;
    return value;
  }
  return readNumber(reader);
}

const words: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

function isAt({ bytes, at }: Reader, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

const longestNumber = 1000;

function readNumber(reader: Reader): number {
  const { bytes, at } = reader;
  let end = at;
  while (end - at < longestNumber && isNumeric(bytes[end])) end++;
  const text = String.fromCharCode(...bytes.subarray(at, end));
  mustHold(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$/.test(text), 'a value in JSON');
  reader.at = end;
  return Number(text);
}

/** Digits, signs, the point and the letter of the exponent. */
function isNumeric(byte: number): boolean {
  return (byte >= 0x30 && byte < 0x3a) || byte === 0x2d || byte === 0x2b || byte === 0x2e || (byte | 0x20) === 0x65;
}

function* readText(reader: Reader): Sliced<string | LongText> {
  const { bytes, longText } = reader;
  const start = ++reader.at;
  let stop = start;
  while (bytes[stop] !== quote) {
    stop = endOfText(bytes, stop, stop + bytesPerPiece);
    mustHold(stop < bytes.length, 'the end of a text in JSON');
    if (bytes[stop] !== quote) yield stop / bytes.length;
  }
  reader.at = stop + 1;
  return stop - start > longText ? new LongText(bytes, start, stop) : unescaped(bytes, start, stop);
}

/** Where the text ends, or where to look on, which is at `until` or one byte beyond. */
function endOfText(bytes: Uint8Array, from: number, until: number): number {
  const end = until < bytes.length ? until : bytes.length;
  let at = from;
  while (at < end) {
    const byte = bytes[at];
    if (byte === quote) return at;
    mustHold(byte >= 0x20, 'no control signs in a text of JSON');
    at += byte === backslash ? 2 : 1;
  }
  return at;
}

function unescaped(bytes: Uint8Array, start: number, end: number): string {
  const text = decodeUtf8(bytes, start, end);
  if (!text.includes('\\')) return text;
  return text.replace(/\\(u[0-9a-fA-F]{4}|[^])/g, (_, escape: string) => {
    if (escape.length > 1) return String.fromCharCode(parseInt(escape.slice(1), 16));
    const sign = escapes.get(escape);
    if (sign === undefined) throw new Unreadable('damaged', 'an escape of JSON');
    return sign;
  });
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
