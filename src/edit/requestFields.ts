import { z } from 'zod';
import { additionIds } from './prompts/additionIds';

const pixelRange = { error: 'it takes a number of pixels from 0 to 256' };
const pixels = z.number(pixelRange).min(0, pixelRange).max(256, pixelRange);

/** Widen what may change, and the width of the transition outward from there; both in document pixels. */
export const maskFields = { grow: pixels.default(0), feather: pixels.default(6) };

const seedRange = { error: 'it takes a whole number from 0 to 4294967295' };

/** Drawn by the command that makes the request, never inside an edit. */
const seed = z.int(seedRange).min(0, seedRange).max(0xffffffff, seedRange);

const variantRange = { error: 'it takes a whole number from 1 to 8' };
const dollarRange = { error: 'it takes an amount in US dollars, 0 or more' };

const helperText = z.string().max(2000);
const helperEdit = z.union([helperText, z.strictObject({ instead: helperText, text: helperText })]);

/** What the retoucher made of the words that helpers add (`prompts/composePrompt.ts`): an empty text leaves them out. */
const helpers = z.partialRecord(z.enum(additionIds), helperEdit.optional()).default({});

const corner = z.number();

/** What was measured of the picture, in the words that a model is told; it stands for an edit of that target alone. */
const seenLook = z.strictObject({
  light: z.string().max(300),
  grade: z.string().max(300),
  /** In document pixels: left, top, right, bottom. */
  target: z.tuple([corner, corner, corner, corner]),
});
export type SeenLook = Readonly<z.infer<typeof seenLook>>;

/** Who edits, how often, and for how much at most. `model`: `auto`, or an id; `policy`: as `routing/policy.ts` reads it. */
export const routeFields = {
  model: z.union([z.literal('auto'), z.string().min(1)]).default('auto'),
  policy: z.string().min(1).default('best'),
  seed,
  variants: z.int(variantRange).min(1, variantRange).max(8, variantRange).default(1),
  /** How a model without a mask is told where to work: in words, or by a copy of the picture in which that is painted. */
  marking: z.enum(['words', 'copy'], { error: 'it is words or copy' }).default('words'),
  maxDollars: z.number(dollarRange).min(0, dollarRange).optional(),
  helpers,
  seen: seenLook.optional(),
};

/** A region larger than a model takes goes out reduced, in one crop, or in overlapping tiles at the document's resolution. */
const tilesField = {
  tiles: z.enum(['whole', 'native'], { error: 'it is whole or native' }).default('whole'),
};

const shareRange = { error: 'it takes a number from 0 to 1' };

/** 0 keeps, 1 changes fully. */
export const strengthField = { strength: z.number(shareRange).min(0, shareRange).max(1, shareRange).default(1) };

/** Whether sharpness and grain are made as around: not at all, nearly, or wholly. */
export const grainField = {
  grain: z.enum(['off', 'subtle', 'full'], { error: 'it is off, subtle or full' }).default('subtle'),
};

/** What every edit takes that makes a part of the picture anew where it stands. */
export const areaFields = { ...maskFields, ...routeFields, ...grainField, ...tilesField };

const longestPrompt = 8000;

export const optionalPrompt = z.string().max(longestPrompt).default('');
export const neededPrompt = z
  .string({ error: 'say in words what is wanted' })
  .max(longestPrompt)
  .refine((text) => text.trim() !== '', { error: 'say in words what is wanted' });

/** Layers and groups by their name; other open documents by their title; files by what the host finds them again by. */
const shownFrom = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('layer'), name: z.string().min(1) }),
  z.strictObject({ kind: z.literal('document'), title: z.string().min(1) }),
  z.strictObject({ kind: z.literal('file'), name: z.string().min(1), token: z.string().min(1) }),
]);

const role = z.enum(['identity', 'style', 'product', 'plain'], {
  error: 'a role is one of identity, style, product, plain',
});

const reference = z.strictObject({ from: shownFrom, role });
export type RequestedReference = z.infer<typeof reference>;

/** As the retoucher knows it. */
export function nameOfReference({ from }: Pick<RequestedReference, 'from'>): string {
  return from.kind === 'document' ? from.title : from.name;
}

/** In the order in which the prompt counts them. */
export const references = z.array(reference).max(16).default([]);
