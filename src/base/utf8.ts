/** Text as UTF-8; half of a pair of surrogates becomes the replacement character. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let to = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    to = writeSign(bytes, to, code >= 0xd800 && code < 0xe000 ? replacement : code);
  }
  return bytes.slice(0, to);
}

/**
 * The text of a stretch of UTF-8. What is not UTF-8 becomes replacement characters, as browsers do it. (WHATWG Encoding, UTF-8
 * decoder.)
 */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const texts: string[] = [];
  const units = new Uint16Array(unitsPerCall + 2);
  let count = 0;
  for (let at = start; at < end;) {
    const byte = bytes[at++];
    const { more, lowest, highest } = leadOf(byte);
    let code = more < 0 ? replacement : byte & (more === 0 ? 0x7f : 0x3f >> more);
    for (let i = 0; i < more; i++) {
      const next = at < end ? bytes[at] : 0;
      if (next < (i === 0 ? lowest : 0x80) || next > (i === 0 ? highest : 0xbf)) {
        code = replacement;
        break;
      }
      code = (code << 6) | (next & 0x3f);
      at++;
    }
    if (code < 0x10000) units[count++] = code;
    else {
      units[count++] = 0xd800 + ((code - 0x10000) >> 10);
      units[count++] = 0xdc00 + (code & 0x3ff);
    }
    if (count >= unitsPerCall) {
      texts.push(String.fromCharCode(...units.subarray(0, count)));
      count = 0;
    }
  }
  texts.push(String.fromCharCode(...units.subarray(0, count)));
  return texts.join('');
}

const replacement = 0xfffd;

/** How many units become text at a time: more arguments than that, and a call may fail. */
const unitsPerCall = 0x2000;

interface Lead {
  /** How many bytes follow; less than 0: none may stand there. */
  readonly more: number;
  /** What the next byte may be. */
  readonly lowest: number;
  readonly highest: number;
}

function leadOf(byte: number): Lead {
  return leads[byte];
}

/** By the first byte. Second bytes are narrower where the code would be too long, a surrogate, or beyond Unicode. */
const leads: readonly Lead[] = Array.from({ length: 256 }, (_, byte) => {
  if (byte < 0x80) return { more: 0, lowest: 0, highest: 0 };
  if (byte >= 0xc2 && byte < 0xe0) return { more: 1, lowest: 0x80, highest: 0xbf };
  if (byte >= 0xe0 && byte < 0xf0) {
    return { more: 2, lowest: byte === 0xe0 ? 0xa0 : 0x80, highest: byte === 0xed ? 0x9f : 0xbf };
  }
  if (byte >= 0xf0 && byte < 0xf5) {
    return { more: 3, lowest: byte === 0xf0 ? 0x90 : 0x80, highest: byte === 0xf4 ? 0x8f : 0xbf };
  }
  return { more: -1, lowest: 0, highest: 0 };
});

function writeSign(bytes: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    bytes[at] = code;
    return at + 1;
  }
  if (code < 0x800) {
    bytes[at] = 0xc0 | (code >> 6);
    bytes[at + 1] = 0x80 | (code & 0x3f);
    return at + 2;
  }
  if (code < 0x10000) {
    bytes[at] = 0xe0 | (code >> 12);
    bytes[at + 1] = 0x80 | ((code >> 6) & 0x3f);
    bytes[at + 2] = 0x80 | (code & 0x3f);
    return at + 3;
  }
  bytes[at] = 0xf0 | (code >> 18);
  bytes[at + 1] = 0x80 | ((code >> 12) & 0x3f);
  bytes[at + 2] = 0x80 | ((code >> 6) & 0x3f);
  bytes[at + 3] = 0x80 | (code & 0x3f);
  return at + 4;
}
