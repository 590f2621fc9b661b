import { z } from 'zod';
import { operation } from '../operation';
import { areaFields, optionalPrompt, references, strengthField } from '../requestFields';

/** Keeps what the picture shows and takes over the light and palette of a reference. */
export const style = operation({
  id: 'style',
  label: 'Style',
  request: z.strictObject({
    operation: z.literal('style'),
    prompt: optionalPrompt,
    ...areaFields,
    ...strengthField,
    references: references.refine((shown) => shown.some(({ role }) => role === 'style'), {
      error: 'show at least one reference in the role style',
    }),
  }),
  mask: 'optional',
  source: 'document',
  instruction: 'Give the picture the light and the palette of the style reference. Keep people, pose and framing.',
});
