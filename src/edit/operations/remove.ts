import { z } from 'zod';
import { operation } from '../operation';
import { maskFields, modelChoice, seed } from '../requestFields';

/** Takes out what is selected and continues what lies behind it. */
export const remove = operation({
  id: 'remove',
  label: 'Remove',
  request: z.strictObject({
    operation: z.literal('remove', { error: 'there is no such operation; it can be “remove”' }),
    prompt: z.string().max(8000).default(''),
    ...maskFields,
    model: modelChoice,
    seed,
  }),
  mask: 'required',
  instruction: 'Remove the marked object and continue the background behind it.',
});
