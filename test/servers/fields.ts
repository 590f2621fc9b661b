import { type Received, TurnedAway } from './kit';
import { type Picture, readPicture } from './picture';
import type { Reply } from './reply';

/** What a field of JSON may be: a type, or one of some words. */
export type Field = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'list' | 'pictures' | readonly string[];

export type Fields = Readonly<Record<string, unknown>>;

/** How a service turns away a field that it does not know or take. */
export type Refuse = (field: string, message: string) => Reply;

/** Reads a JSON body whose fields are all known. Turns away everything else. */
export function fieldsOf({ body, headers }: Received, known: Readonly<Record<string, Field>>, refuse: Refuse): Fields {
  if (!headers['content-type']?.startsWith('application/json')) turnAway(refuse, 'body', 'It is not said to be JSON');
  const fields = JSON.parse(body.toString('utf8')) as Fields;
  claimKnown(fields, known, refuse);
  return fields;
}

/** Turns away fields that are unknown or of another type. */
export function claimKnown(fields: Fields, known: Readonly<Record<string, Field>>, refuse: Refuse): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = known[name];
    if (field === undefined) turnAway(refuse, name, 'Extra inputs are not permitted');
    if (!fits(value, field)) turnAway(refuse, name, `Input should be ${JSON.stringify(field)}`);
  }
}

function fits(value: unknown, field: Field): boolean {
  if (typeof field !== 'string') return typeof value === 'string' && field.includes(value);
  if (field === 'integer') return Number.isInteger(value);
  if (field === 'list') return Array.isArray(value);
  if (field === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (field === 'pictures') return Array.isArray(value) && value.every((each) => typeof each === 'string');
  return typeof value === field;
}

/** An opaque RGB picture in base64, after what must stand before it. */
export function pictureIn(value: unknown, before: string, refuse: Refuse, field: string): Picture {
  const picture = anyPictureIn(value, before, refuse, field);
  if (picture.channels !== 3) turnAway(refuse, field, 'The picture is not opaque RGB');
  return picture;
}

/** A mask that is white where it is painted anew: opaque, gray, of the picture's size, and not empty. */
export function maskIn(value: unknown, before: string, source: Picture, refuse: Refuse, field: string): Picture {
  const mask = anyPictureIn(value, before, refuse, field);
  claimMask(mask, source, refuse, field);
  return mask;
}

export function claimMask(mask: Picture, source: Picture, refuse: Refuse, field: string): void {
  if (mask.width !== source.width || mask.height !== source.height) turnAway(refuse, field, 'It has another size');
  if (mask.channels === 2 || mask.channels === 4) turnAway(refuse, field, 'It has alpha');
  if (mask.data.every((level) => level === 0)) turnAway(refuse, field, 'Nothing is white in it');
  if (mask.data.every((level) => level === 255)) turnAway(refuse, field, 'All is white in it');
}

function anyPictureIn(value: unknown, before: string, refuse: Refuse, field: string): Picture {
  if (typeof value !== 'string' || !value.startsWith(before)) return turnAway(refuse, field, `Not after ${before}`);
  const text = value.slice(before.length);
  if (!/^[\w+/]+=*$/.test(text)) turnAway(refuse, field, 'No base64');
  return readable(Buffer.from(text, 'base64'), refuse, field);
}

export function readable(bytes: Uint8Array, refuse: Refuse, field: string): Picture {
  try {
    return readPicture(new Uint8Array(bytes));
  } catch {
    return turnAway(refuse, field, 'No PNG of 8 bit');
  }
}

export function turnAway(refuse: Refuse, field: string, message: string): never {
  throw new TurnedAway(refuse(field, message), `${field}: ${message}`);
}
