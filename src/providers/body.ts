import { Base64Text, type BodyValue, buildJsonBody } from '../base/jsonBody';
import type { Sliced } from '../base/slices';
import type { Embedded } from './pictures';

/** What an adapter puts into a body of JSON: plain values, and files where their base64 belongs. */
export type Content =
  null | boolean | number | string | undefined | Embedded | readonly Content[] | { readonly [name: string]: Content };

/** The bytes of a JSON body, made in slices. */
export function writeBody(content: Content): Sliced<Uint8Array> {
  return buildJsonBody(valueOf(content));
}

function valueOf(content: Content): BodyValue {
  if (typeof content !== 'object' || content === null) return content;
  if (isList(content)) return content.map(valueOf);
  if (isEmbedded(content)) return new Base64Text(content.file, content.before);
  return Object.fromEntries(Object.entries(content).map(([name, member]) => [name, valueOf(member)]));
}

function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}

function isEmbedded(content: Embedded | { readonly [name: string]: Content }): content is Embedded {
  return content.file instanceof Uint8Array;
}
