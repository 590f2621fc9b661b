import { base64Length, encodeBase64Into } from './base64';
import type { Sliced } from './slices';
import { encodeUtf8 } from './utf8';

/** Stands in a JSON body for the base64 of bytes, after an optional prefix such as `data:image/png;base64,`. */
export class Base64Text {
  constructor(
    readonly bytes: Uint8Array,
    readonly prefix = '',
  ) {}
}

/** What a JSON body may hold. Members that are undefined are left out. */
export type BodyValue =
  | null
  | boolean
  | number
  | string
  | undefined
  | Base64Text
  | readonly BodyValue[]
  | { readonly [name: string]: BodyValue };

/** A JSON body in UTF-8, in slices: every picture's base64 is written straight to its place in the body. */
export function* buildJsonBody(value: BodyValue): Sliced<Uint8Array<ArrayBuffer>> {
  const parts: Part[] = [];
  const rest = addParts(parts, '', value);
  parts.push(encodeUtf8(rest));
  return yield* writeParts(parts);
}

/** Text as it stands, or bytes that become base64. */
type Part = Uint8Array | Base64Text;

/** Adds what is complete to `parts`; answers the text that nothing has followed yet. */
function addParts(parts: Part[], before: string, value: BodyValue): string {
  if (value instanceof Base64Text) {
    parts.push(encodeUtf8(`${before}${JSON.stringify(value.prefix).slice(0, -1)}`), value);
    return '"';
  }
  if (isList(value)) return addList(parts, before, value);
  if (typeof value === 'object' && value !== null) return addMembers(parts, before, value);
  return `${before}${JSON.stringify(value ?? null)}`;
}

function isList(value: BodyValue): value is readonly BodyValue[] {
  return Array.isArray(value);
}

function addList(parts: Part[], before: string, list: readonly BodyValue[]): string {
  let text = `${before}[`;
  list.forEach((item, index) => {
    text = addParts(parts, index === 0 ? text : `${text},`, item);
  });
  return `${text}]`;
}

function addMembers(parts: Part[], before: string, members: { readonly [name: string]: BodyValue }): string {
  let text = `${before}{`;
  const present = Object.entries(members).filter(([, member]) => member !== undefined);
  present.forEach(([name, member], index) => {
    const comma = index === 0 ? '' : ',';
    text = addParts(parts, `${text}${comma}${JSON.stringify(name)}:`, member);
  });
  return `${text}}`;
}

function* writeParts(parts: readonly Part[]): Sliced<Uint8Array<ArrayBuffer>> {
  const body = new Uint8Array(parts.reduce((sum, part) => sum + lengthOf(part), 0));
  let at = 0;
  for (const part of parts) {
    if (part instanceof Base64Text) yield* encodeBase64Into(body, at, part.bytes);
    else body.set(part, at);
    at += lengthOf(part);
  }
  return body;
}

function lengthOf(part: Part): number {
  return part instanceof Base64Text ? base64Length(part.bytes.length) : part.length;
}
