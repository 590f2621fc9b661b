import { z } from 'zod';

/** The reply to a new job. `cost` counts in credits, of which a dollar has a hundred. */
export const submitted = z.object({
  id: z.string().min(1),
  polling_url: z.string().min(1).nullish(),
  cost: z.number().nonnegative().nullish(),
});
export type Submitted = z.infer<typeof submitted>;

export const dollarsPerCredit = 0.01;

const reasons = z
  .object({ 'Moderation Reasons': z.array(z.string()).catch([]) })
  .nullish()
  .catch(null)
  .transform((details) => details?.['Moderation Reasons'] ?? []);

/** How a job stands. Some of its clients have seen `state` instead of `status`. */
export const polled = z
  .object({
    status: z.string().nullish(),
    state: z.string().nullish(),
    progress: z.number().min(0).max(1).nullish().catch(null),
    result: z
      .object({ sample: z.string().min(1).nullish() })
      .nullish()
      .catch(null),
    details: reasons,
  })
  .transform(({ status, state, progress, result, details }) => ({
    status: status ?? state ?? '',
    progress: progress ?? undefined,
    sample: result?.sample ?? undefined,
    reasons: details,
  }));

export type Polled = z.infer<typeof polled>;
