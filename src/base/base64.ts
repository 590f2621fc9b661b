import type { Sliced } from './slices';
import { mustHold } from './unreadable';

/** Bytes as base64, in one go: for what is small. */
export function base64Of(bytes: Uint8Array): string {
  const text: string[] = [];
  for (let at = 0; at < bytes.length; at += bytesPerCall) {
    text.push(String.fromCharCode(...bytes.subarray(at, at + bytesPerCall)));
  }
  return btoa(text.join(''));
}

/** How many bytes become text at a time: more arguments than that, and a call may fail. */
const bytesPerCall = 0x2000;

/** Bytes as the letters of base64, in ASCII, with padding. */
export function* encodeBase64(bytes: Uint8Array): Sliced<Uint8Array> {
  const letters = new Uint8Array(base64Length(bytes.length));
  yield* encodeBase64Into(letters, 0, bytes);
  return letters;
}

/** How many letters so many bytes become. */
export function base64Length(byteCount: number): number {
  return Math.ceil(byteCount / 3) * 4;
}

/** A multiple of three bytes, and far less than 2 ms of work even before it is fast. */
const bytesPerPiece = 3 << 14;

/** Writes the letters from `at` on. */
export function* encodeBase64Into(letters: Uint8Array, at: number, bytes: Uint8Array): Sliced<void> {
  for (let from = 0; from < bytes.length; from += bytesPerPiece) {
    const to = Math.min(bytes.length, from + bytesPerPiece);
    encodePiece(letters, at + (from / 3) * 4, bytes, from, to);
    yield to / bytes.length;
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const letterOf = Uint8Array.from(alphabet, (sign) => sign.charCodeAt(0));
const padding = 0x3d;

function encodePiece(letters: Uint8Array, at: number, bytes: Uint8Array, from: number, end: number): void {
  let to = at;
  let i = from;
  for (; i + 3 <= end; i += 3) {
    const three = (bytes[i] << 16) | (bytes[i + 1] << 8) | bytes[i + 2];
    letters[to] = letterOf[three >> 18];
    letters[to + 1] = letterOf[(three >> 12) & 63];
    letters[to + 2] = letterOf[(three >> 6) & 63];
    letters[to + 3] = letterOf[three & 63];
    to += 4;
  }
  if (i === end) return;
  const rest = (bytes[i] << 16) | (i + 1 < end ? bytes[i + 1] << 8 : 0);
  letters[to] = letterOf[rest >> 18];
  letters[to + 1] = letterOf[(rest >> 12) & 63];
  letters[to + 2] = i + 1 < end ? letterOf[(rest >> 6) & 63] : padding;
  letters[to + 3] = padding;
}

/**
 * The bytes that letters of base64 from `start` to `end` stand for, in either alphabet; spaces, padding, and the escapes of
 * JSON are allowed, and a `data:` address may stand before them. Throws `Unreadable`.
 */
export function* decodeBase64(text: Uint8Array, start = 0, end = text.length): Sliced<Uint8Array> {
  const first = afterDataAddress(text, start, end);
  const last = withoutPadding(text, first, end);
  const bytes = new Uint8Array(Math.floor(((last - first) * 3) / 4));
  const progress: Progress = { from: first, to: 0, bits: 0, bitCount: 0 };
  while (progress.from < last) {
    decodePiece(bytes, text, progress, last);
    yield (progress.from - first) / (last - first);
  }
  mustHold(progress.bitCount < 6, 'base64 of whole bytes');
  return bytes.subarray(0, progress.to);
}

interface Progress {
  from: number;
  to: number;
  /** What has been read and does not make a byte yet. */
  bits: number;
  bitCount: number;
}

const lettersPerPiece = 1 << 16;
const invalid = -1;
const skipped = -2;
const escape = 0x5c;

/** What each letter stands for. */
const valueOf = new Int8Array(256).fill(invalid);
letterOf.forEach((letter, value) => (valueOf[letter] = value));
valueOf[0x2d] = 62;
valueOf[0x5f] = 63;
for (const sign of ' \t\r\n=') valueOf[sign.charCodeAt(0)] = skipped;

function decodePiece(bytes: Uint8Array, text: Uint8Array, progress: Progress, end: number): void {
  const until = Math.min(end, progress.from + lettersPerPiece);
  while (progress.from < until) {
    if (progress.bitCount === 0) decodeFours(bytes, text, progress, until);
    if (progress.from < until) decodeOne(bytes, text, progress, end);
  }
}

/** Four letters are three bytes, as long as nothing else comes between. */
function decodeFours(bytes: Uint8Array, text: Uint8Array, progress: Progress, until: number): void {
  let { from, to } = progress;
  for (; from + 4 <= until; from += 4, to += 3) {
    const four =
      (valueOf[text[from]] << 18) |
      (valueOf[text[from + 1]] << 12) |
      (valueOf[text[from + 2]] << 6) |
      valueOf[text[from + 3]];
    if (four < 0) break;
    bytes[to] = four >> 16;
    bytes[to + 1] = four >> 8;
    bytes[to + 2] = four;
  }
  progress.from = from;
  progress.to = to;
}

function decodeOne(bytes: Uint8Array, text: Uint8Array, progress: Progress, end: number): void {
  const letter = text[progress.from];
  const value = letter === escape ? escaped(text, progress, end) : valueOf[letter];
  progress.from++;
  if (value === skipped) return;
  mustHold(value >= 0, 'letters of base64');
  progress.bits = ((progress.bits << 6) | value) & 0xffff;
  progress.bitCount += 6;
  if (progress.bitCount < 8) return;
  progress.bitCount -= 8;
  bytes[progress.to++] = progress.bits >> progress.bitCount;
}

/** What an escape of JSON stands for; goes on to its last letter. */
function escaped(text: Uint8Array, progress: Progress, end: number): number {
  const kind = String.fromCharCode(text[++progress.from]);
  if (kind === '/') return valueOf[0x2f];
  if (kind === 'n' || kind === 'r' || kind === 't') return skipped;
  const isCode = kind === 'u' && progress.from + 4 < end;
  mustHold(isCode, 'letters of base64');
  const code = parseInt(String.fromCharCode(...text.subarray(progress.from + 1, progress.from + 5)), 16);
  progress.from += 4;
  return code < 256 ? valueOf[code] : invalid;
}

/** `data:image/png;base64,` and the like are shorter than this. */
const longestAddress = 200;

function afterDataAddress(text: Uint8Array, start: number, end: number): number {
  const isAddress = Array.from('data:').every((sign, i) => text[start + i] === sign.charCodeAt(0));
  if (!isAddress) return start;
  const comma = text.subarray(start, Math.min(end, start + longestAddress)).indexOf(0x2c);
  mustHold(comma >= 0, 'a data address');
  return start + comma + 1;
}

function withoutPadding(text: Uint8Array, start: number, end: number): number {
  let last = end;
  while (last > start && text[last - 1] === padding) last--;
  return last;
}
