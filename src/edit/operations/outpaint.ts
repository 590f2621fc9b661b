import { z } from 'zod';
import { extension } from '../extension';
import { operation } from '../operation';
import { maskFields, optionalPrompt, routeFields } from '../requestFields';

/** Widens the canvas and continues the picture there. `feather`: how far the new layer fades into the old picture. */
export const outpaint = operation({
  id: 'outpaint',
  label: 'Outpaint',
  request: z.strictObject({
    operation: z.literal('outpaint'),
    prompt: optionalPrompt,
    growth: extension,
    ...maskFields,
    ...routeFields,
  }),
  mask: 'none',
  source: 'document',
  instruction:
    'Extend the picture beyond its old edges: continue what is there, in the same perspective, light, focus and grain.',
});
