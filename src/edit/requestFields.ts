import { z } from 'zod';

const pixels = z.number().min(0).max(256);

/** Widen what may change, and the width of the transition outward from there; both in document pixels. */
export const maskFields = { grow: pixels.default(0), feather: pixels.default(6) };

export const modelChoice = z.union([z.literal('auto'), z.string().min(1)]).default('auto');

/** Drawn by the command that makes the request, never inside an edit. */
export const seed = z.int().min(0).max(0xffffffff);
