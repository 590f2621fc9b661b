import { z } from 'zod';

const queued = z.object({ status: z.literal('IN_QUEUE'), queue_position: z.number().optional() });
const running = z.object({ status: z.literal('IN_PROGRESS') });
const completed = z.object({ status: z.literal('COMPLETED'), error: z.string().nullish() });

/** The three addresses drop the last part of the app's name, so they are used as they come. */
export const submitted = z.object({
  request_id: z.string().min(1),
  status_url: z.string(),
  response_url: z.string(),
  cancel_url: z.string(),
  queue_position: z.number().optional(),
});

export type Submitted = z.infer<typeof submitted>;

/** A failed run ends as COMPLETED as well: then its result answers with the status of an error. */
export const statusAnswer = z.discriminatedUnion('status', [queued, running, completed]);

/** An address, or the picture itself as a `data:` address, which may be left where it lies. */
const picture = z.object({ url: z.unknown() });

/** Some apps answer one `image`. */
export const resultAnswer = z
  .object({
    images: z.array(picture).optional(),
    image: picture.optional(),
    has_nsfw_concepts: z.array(z.boolean()).optional(),
    description: z.string().nullish(),
  })
  .transform(({ images, image, has_nsfw_concepts: flags = [], description }) => ({
    urls: (images ?? (image ? [image] : [])).map(({ url }) => url),
    heldBack: flags,
    says: description ?? '',
  }));

export type FalResult = z.infer<typeof resultAnswer>;
