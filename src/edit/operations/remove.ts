import { z } from 'zod';
import { operation } from '../operation';
import { areaFields, optionalPrompt } from '../requestFields';

/** Takes out what is selected and continues what lies behind it. */
export const remove = operation({
  id: 'remove',
  label: 'Remove',
  request: z.strictObject({
    operation: z.literal('remove'),
    prompt: optionalPrompt,
    ...areaFields,
  }),
  mask: 'required',
  source: 'document',
  instruction: 'Remove the marked object and continue the background behind it.',
});
