import { z } from 'zod';
import { operation } from '../operation';
import { grainField, maskFields, optionalPrompt, references, routeFields, strengthField } from '../requestFields';

/** Puts exactly what a reference shows in the place of what is selected. */
export const replace = operation({
  id: 'replace',
  label: 'Replace',
  request: z.strictObject({
    operation: z.literal('replace'),
    prompt: optionalPrompt,
    ...maskFields,
    ...routeFields,
    ...grainField,
    ...strengthField,
    references: references.refine((shown) => shown.length > 0, {
      error: 'show at least one reference of what is to be put there',
    }),
  }),
  mask: 'required',
  source: 'document',
  instruction:
    'Replace the marked object with the one that the reference shows: its shape, label and finish. Keep the light and the hands of the picture.',
});
