import { z } from 'zod';
import { operation } from '../operation';
import { areaFields, neededPrompt, references, strengthField } from '../requestFields';

/** Changes the picture, or what is selected of it, as it is told; what was not asked for stays. */
export const instruct = operation({
  id: 'instruct',
  label: 'Instruct',
  request: z.strictObject({
    operation: z.literal('instruct'),
    prompt: neededPrompt,
    ...areaFields,
    ...strengthField,
    references,
  }),
  mask: 'optional',
  source: 'document',
  instruction: '',
});
