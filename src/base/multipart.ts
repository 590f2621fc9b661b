import type { Sliced } from './slices';
import { encodeUtf8 } from './utf8';

/** One field of a form: a text, or a file with its media type. */
export type FormPart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly fileName: string; readonly type: string; readonly bytes: Uint8Array };

export interface MultipartBody {
  readonly body: Uint8Array<ArrayBuffer>;
  /** The value of the header `Content-Type`. */
  readonly contentType: string;
}

/** A form as `multipart/form-data` (RFC 7578), in slices. The boundary is one that stands in none of the parts. */
export function* buildMultipart(parts: readonly FormPart[]): Sliced<MultipartBody> {
  const contents = parts.map((part) => ('text' in part ? encodeUtf8(part.text) : part.bytes));
  const boundary = yield* freeBoundary(contents);
  const heads = parts.map((part) => encodeUtf8(`--${boundary}\r\n${headOf(part)}\r\n\r\n`));
  const end = encodeUtf8(`--${boundary}--\r\n`);
  const total = [...heads, ...contents].reduce((sum, { length }) => sum + length, end.length + 2 * parts.length);
  const body = new Uint8Array(total);
  let at = 0;
  for (const [index, content] of contents.entries()) {
    body.set(heads[index], at);
    at += heads[index].length;
    yield* copyInto(body, at, content);
    at += content.length;
    body.set([0x0d, 0x0a], at);
    at += 2;
  }
  body.set(end, at);
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}

function headOf(part: FormPart): string {
  const disposition = `Content-Disposition: form-data; name="${quoted(part.name)}"`;
  if ('text' in part) return disposition;
  return `${disposition}; filename="${quoted(part.fileName)}"\r\nContent-Type: ${part.type}`;
}

/** As browsers write names into a form's head. (HTML, multipart/form-data.) */
function quoted(name: string): string {
  return name.replace(/["\r\n]/g, (sign) => ({ '"': '%22', '\r': '%0D' })[sign] ?? '%0A');
}

const bytesPerPiece = 1 << 20;

function* copyInto(body: Uint8Array, at: number, content: Uint8Array): Sliced<void> {
  for (let from = 0; from < content.length; from += bytesPerPiece) {
    body.set(content.subarray(from, from + bytesPerPiece), at + from);
    yield;
  }
}

function* freeBoundary(contents: readonly Uint8Array[]): Sliced<string> {
  for (let number = 1; ; number++) {
    const boundary = `inlay-form-boundary-${number}`;
    const sought = encodeUtf8(boundary);
    let found = false;
    for (const content of contents) found ||= yield* holds(content, sought);
    if (!found) return boundary;
  }
}

function* holds(content: Uint8Array, sought: Uint8Array): Sliced<boolean> {
  for (let from = 0; from < content.length; from += bytesPerPiece) {
    const piece = content.subarray(from, from + bytesPerPiece + sought.length - 1);
    for (let at = piece.indexOf(sought[0]); at >= 0; at = piece.indexOf(sought[0], at + 1)) {
      if (sought.every((byte, i) => piece[at + i] === byte)) return true;
    }
    yield;
  }
  return false;
}
