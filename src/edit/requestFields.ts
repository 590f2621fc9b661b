import { z } from 'zod';

const pixelRange = { error: 'it takes a number of pixels from 0 to 256' };
const pixels = z.number(pixelRange).min(0, pixelRange).max(256, pixelRange);

/** Widen what may change, and the width of the transition outward from there; both in document pixels. */
export const maskFields = { grow: pixels.default(0), feather: pixels.default(6) };

export const modelChoice = z.union([z.literal('auto'), z.string().min(1)]).default('auto');

const seedRange = { error: 'it takes a whole number from 0 to 4294967295' };

/** Drawn by the command that makes the request, never inside an edit. */
export const seed = z.int(seedRange).min(0, seedRange).max(0xffffffff, seedRange);
