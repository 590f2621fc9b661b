import type { Received } from './kit';

export interface FormField {
  readonly name: string;
  readonly fileName: string | undefined;
  readonly type: string | undefined;
  readonly bytes: Buffer;
}

/** Takes a `multipart/form-data` body apart, strictly. Throws where it is none. (RFC 7578) */
export function formOf({ headers, body }: Received): readonly FormField[] {
  const boundary = /^multipart\/form-data; boundary=([\w-]{1,70})$/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) throw new Error('The body is no form');
  const fields: FormField[] = [];
  let at = body.indexOf(`--${boundary}\r\n`);
  if (at !== 0) throw new Error('The form does not begin with its boundary');
  for (at += boundary.length + 4; ;) {
    const end = body.indexOf(`\r\n--${boundary}`, at);
    if (end < 0) throw new Error('The form does not end');
    fields.push(fieldIn(body.subarray(at, end)));
    at = end + boundary.length + 4;
    const next = body.toString('latin1', at, at + 2);
    if (next === '--') return fields;
    if (next !== '\r\n') throw new Error('A part does not begin on a line of its own');
    at += 2;
  }
}

function fieldIn(part: Buffer): FormField {
  const split = part.indexOf('\r\n\r\n');
  const head = part.toString('utf8', 0, split);
  const [, name, , fileName] =
    /^content-disposition: form-data; name="([^"]*)"(; filename="([^"]*)")?$/im.exec(head) ?? [];
  if (split < 0 || name === undefined) throw new Error('A part has no name');
  const type = /^content-type: (\S+)$/im.exec(head)?.[1];
  return { name, fileName, type, bytes: part.subarray(split + 4) };
}
