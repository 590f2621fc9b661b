import type { z } from 'zod';
import { decodeUtf8 } from '../base/utf8';
import type { Answer } from './connection';

/** Reads a small answer whole. Throws where it is not JSON of that shape. */
export function asJson<T>(schema: z.ZodType<T>): (answer: Answer) => T {
  return ({ bytes }) => schema.parse(JSON.parse(decodeUtf8(bytes)));
}
