import { z } from 'zod';
import { operation } from '../operation';
import { maskFields, neededPrompt, references, routeFields } from '../requestFields';

/** Makes a picture from nothing, fitted into the canvas or what is selected. */
export const generate = operation({
  id: 'generate',
  label: 'Generate',
  request: z.strictObject({
    operation: z.literal('generate'),
    prompt: neededPrompt,
    ...maskFields,
    ...routeFields,
    references,
  }),
  mask: 'optional',
  source: 'nothing',
  instruction: '',
});
