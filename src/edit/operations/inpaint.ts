import { z } from 'zod';
import { operation } from '../operation';
import { areaFields, neededPrompt, references, strengthField } from '../requestFields';

/** Fills what is selected by words. */
export const inpaint = operation({
  id: 'inpaint',
  label: 'Inpaint',
  request: z.strictObject({
    operation: z.literal('inpaint'),
    prompt: neededPrompt,
    ...areaFields,
    ...strengthField,
    references,
  }),
  mask: 'required',
  source: 'document',
  instruction: '',
});
