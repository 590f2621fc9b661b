import type { OperationId } from '../../src/routing/model';
import type { keySets, pictures } from './routeWishes';

/** What a dry run must answer. `model` is `–` where there is no route; then `reason` is the title of the refusal. */
export interface RouteRow {
  readonly policy: string;
  readonly keys: keyof typeof keySets;
  readonly operation: OperationId;
  readonly picture: keyof typeof pictures;
  readonly model: string;
  readonly price: string;
  readonly scale: string;
  readonly reason: string;
}

/** The one table: policy, what has a key, operation, document, and what comes of it. The wishes: `routeWishes.ts`. */
const table = `
  best               | none          | instruct | small | –                               | –                       | –      | There is no key for Google Gemini
  best               | none          | inpaint  | small | –                               | –                       | –      | There is no key for Black Forest Labs
  best               | none          | remove   | small | inlay-local                     | Free                    | native | The only model that you can call for this.
  best               | none          | outpaint | small | inlay-local                     | Free                    | native | The only model that you can call for this.
  best               | none          | style    | small | inlay-local                     | Free                    | native | It needs no key: it takes over the palette and the light, by no words.
  best               | none          | replace  | small | inlay-local                     | Free                    | native | It needs no key: it fits in what the reference shows, as it is, by no words.
  best               | none          | generate | small | –                               | –                       | –      | There is no key for Black Forest Labs
  best               | bfl           | instruct | small | flux-2-pro                      | $0.075                  | native | The best that you can call at following instructions and keeping what was not asked for; it costs less than FLUX.2 Max.
  best               | bfl           | inpaint  | small | flux-2-pro                      | $0.075                  | native | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max.
  best               | bfl           | remove   | small | inlay-local                     | Free                    | native | The best that you can call at continuing what lies behind and staying exact under a mask; it costs less than FLUX Erase.
  best               | bfl           | outpaint | small | flux-tools/outpainting-v1       | unlisted, at most $0.10 | native | The best that you can call at changes of structure and staying exact under a mask; it costs less than FLUX.2 Pro.
  best               | bfl           | style    | small | flux-2-pro                      | $0.09                   | native | The best that you can call at keeping what was not asked for and following instructions; it costs less than FLUX.2 Max.
  best               | bfl           | replace  | small | flux-2-pro                      | $0.09                   | native | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max.
  best               | bfl           | generate | small | flux-2-max                      | $0.10                   | native | The best that you can call at photorealism and prompts with several wishes.
  best               | gemini        | instruct | small | gemini-3.1-flash-image          | $0.101                  | native | The best that you can call at following instructions and keeping what was not asked for; it costs less than Nano Banana Pro.
  best               | gemini        | inpaint  | small | gemini-3.1-flash-image          | $0.101                  | native | The best that you can call at staying exact under a mask and changes of structure; it costs less than Nano Banana Pro.
  best               | gemini        | remove   | small | inlay-local                     | Free                    | native | The best that you can call at continuing what lies behind and staying exact under a mask.
  best               | gemini        | outpaint | small | gemini-3.1-flash-image          | $0.101                  | native | The best that you can call at changes of structure; it costs less than Nano Banana Pro.
  best               | gemini        | style    | small | gemini-3.1-flash-image          | $0.101                  | native | The best that you can call at keeping what was not asked for and following instructions; it costs less than Nano Banana Pro.
  best               | gemini        | replace  | small | gemini-3.1-flash-image          | $0.101                  | native | The best that you can call at staying exact under a mask and changes of structure; it costs less than Nano Banana Pro.
  best               | gemini        | generate | small | gemini-3.1-flash-image          | $0.101                  | native | The best that you can call at photorealism and prompts with several wishes; it costs less than Nano Banana Pro.
  best               | fal           | instruct | small | fal-ai/nano-banana-2/edit       | $0.12                   | native | The best that you can call at following instructions and keeping what was not asked for; it costs less than Nano Banana Pro (fal).
  best               | fal           | inpaint  | small | fal-ai/flux-2-pro/edit          | $0.075                  | native | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max (fal).
  best               | fal           | remove   | small | inlay-local                     | Free                    | native | The best that you can call at continuing what lies behind and staying exact under a mask.
  best               | fal           | outpaint | small | fal-ai/flux-2-pro/edit          | $0.105                  | 0.96×  | The best that you can call at changes of structure and staying exact under a mask; it costs less than FLUX.2 Max (fal).
  best               | fal           | style    | small | fal-ai/nano-banana-2/edit       | $0.12                   | native | The best that you can call at keeping what was not asked for and following instructions; it costs less than Nano Banana Pro (fal).
  best               | fal           | replace  | small | fal-ai/flux-2-pro/edit          | $0.09                   | native | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max (fal).
  best               | fal           | generate | small | fal-ai/flux-2-max/edit          | $0.10                   | native | The best that you can call at photorealism and prompts with several wishes.
  best               | replicate     | instruct | small | google/nano-banana-pro          | about $0.15             | native | The best that you can call at following instructions and keeping what was not asked for; it costs less than Nano Banana 2 (Replicate).
  best               | replicate     | inpaint  | small | black-forest-labs/flux-2-pro    | about $0.075            | native | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max (Replicate).
  best               | replicate     | remove   | small | inlay-local                     | Free                    | native | The best that you can call at continuing what lies behind and staying exact under a mask.
  best               | replicate     | outpaint | small | black-forest-labs/flux-2-pro    | about $0.105            | 0.96×  | The best that you can call at changes of structure and staying exact under a mask; it costs less than FLUX.2 Max (Replicate).
  best               | replicate     | style    | small | google/nano-banana-pro          | about $0.15             | native | The best that you can call at keeping what was not asked for and following instructions; it costs less than Nano Banana 2 (Replicate).
  best               | replicate     | replace  | small | black-forest-labs/flux-2-pro    | about $0.09             | native | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max (Replicate).
  best               | replicate     | generate | small | black-forest-labs/flux-2-max    | about $0.10             | native | The best that you can call at photorealism and prompts with several wishes.
  best               | openai        | instruct | small | gpt-image-2                     | unlisted, at most $0.50 | native | The best that you can call at following instructions and keeping what was not asked for.
  best               | openai        | inpaint  | small | gpt-image-2                     | unlisted, at most $0.50 | native | The best that you can call at staying exact under a mask and changes of structure.
  best               | openai        | remove   | small | inlay-local                     | Free                    | native | The best that you can call at continuing what lies behind and staying exact under a mask.
  best               | openai        | outpaint | small | gpt-image-2                     | unlisted, at most $0.50 | native | The best that you can call at changes of structure.
  best               | openai        | style    | small | gpt-image-2                     | unlisted, at most $0.50 | native | The best that you can call at keeping what was not asked for and following instructions.
  best               | openai        | replace  | small | gpt-image-2                     | unlisted, at most $0.50 | native | The best that you can call at staying exact under a mask and changes of structure.
  best               | openai        | generate | small | gpt-image-2                     | unlisted, at most $0.50 | native | The best that you can call at photorealism and prompts with several wishes.
  best               | comfyui       | instruct | small | comfyui-flux-2-edit             | Free                    | native | The best that you can call at following instructions and keeping what was not asked for.
  best               | comfyui       | inpaint  | small | comfyui-flux-2-masked           | Free                    | native | The best that you can call at staying exact under a mask and changes of structure.
  best               | comfyui       | remove   | small | inlay-local                     | Free                    | native | The best that you can call at continuing what lies behind and staying exact under a mask.
  best               | comfyui       | outpaint | small | comfyui-flux-2-edit             | Free                    | native | The best that you can call at changes of structure.
  best               | comfyui       | style    | small | comfyui-flux-2-edit             | Free                    | native | The best that you can call at keeping what was not asked for and following instructions.
  best               | comfyui       | replace  | small | comfyui-flux-2-masked           | Free                    | native | The best that you can call at staying exact under a mask and changes of structure.
  best               | comfyui       | generate | small | comfyui-flux-2-edit             | Free                    | native | The only model that you can call for this.
  best               | a1111         | instruct | small | –                               | –                       | –      | There is no key for Google Gemini
  best               | a1111         | inpaint  | small | a1111-inpaint                   | Free                    | native | The only model that you can call for this.
  best               | a1111         | remove   | small | inlay-local                     | Free                    | native | The best that you can call at continuing what lies behind and staying exact under a mask.
  best               | a1111         | outpaint | small | inlay-local                     | Free                    | native | The only model that you can call for this.
  best               | a1111         | style    | small | inlay-local                     | Free                    | native | It needs no key: it takes over the palette and the light, by no words.
  best               | a1111         | replace  | small | inlay-local                     | Free                    | native | It needs no key: it fits in what the reference shows, as it is, by no words.
  best               | a1111         | generate | small | –                               | –                       | –      | There is no key for Black Forest Labs
  best               | versely       | instruct | small | –                               | –                       | –      | Nano Banana Edit (Versely) cannot do this edit
  best               | versely       | inpaint  | small | –                               | –                       | –      | FLUX.2 Edit (Versely) cannot do this edit
  best               | versely       | remove   | small | inlay-local                     | Free                    | native | The only model that you can call for this.
  best               | versely       | outpaint | small | inlay-local                     | Free                    | native | The only model that you can call for this.
  best               | versely       | style    | small | inlay-local                     | Free                    | native | It needs no key: it takes over the palette and the light, by no words.
  best               | versely       | replace  | small | inlay-local                     | Free                    | native | It needs no key: it fits in what the reference shows, as it is, by no words.
  best               | versely       | generate | small | versely-nano-banana-2           | unlisted, at most $0.30 | 0.74×  | The only model that you can call for this.
  best               | versely + fal | instruct | small | fal-ai/nano-banana-2/edit       | $0.12                   | native | The best that you can call at following instructions and keeping what was not asked for; it costs less than Nano Banana Pro (fal).
  best               | versely + fal | inpaint  | small | fal-ai/flux-2-pro/edit          | $0.075                  | native | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max (fal).
  best               | versely + fal | remove   | small | inlay-local                     | Free                    | native | The best that you can call at continuing what lies behind and staying exact under a mask.
  best               | versely + fal | outpaint | small | fal-ai/flux-2-pro/edit          | $0.105                  | 0.96×  | The best that you can call at changes of structure and staying exact under a mask; it costs less than FLUX.2 Max (fal).
  best               | versely + fal | style    | small | fal-ai/nano-banana-2/edit       | $0.12                   | native | The best that you can call at keeping what was not asked for and following instructions; it costs less than Nano Banana Pro (fal).
  best               | versely + fal | replace  | small | fal-ai/flux-2-pro/edit          | $0.09                   | native | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max (fal).
  best               | versely + fal | generate | small | fal-ai/flux-2-max/edit          | $0.10                   | native | The best that you can call at photorealism and prompts with several wishes.
  best               | all           | instruct | small | gemini-3.1-flash-image          | $0.101                  | native | The best that you can call at following instructions and keeping what was not asked for; it costs less than Nano Banana 2 (fal).
  best               | all           | inpaint  | small | flux-2-pro                      | $0.075                  | native | The best that you can call at staying exact under a mask and changes of structure; it is faster than FLUX.2 Pro (fal).
  best               | all           | remove   | small | inlay-local                     | Free                    | native | The best that you can call at continuing what lies behind and staying exact under a mask; it costs less than FLUX Erase.
  best               | all           | outpaint | small | flux-tools/outpainting-v1       | unlisted, at most $0.10 | native | The best that you can call at changes of structure and staying exact under a mask; it costs less than FLUX.2 Pro.
  best               | all           | style    | small | gemini-3.1-flash-image          | $0.101                  | native | The best that you can call at keeping what was not asked for and following instructions; it costs less than Nano Banana 2 (fal).
  best               | all           | replace  | small | flux-2-pro                      | $0.09                   | native | The best that you can call at staying exact under a mask and changes of structure; it is faster than FLUX.2 Pro (fal).
  best               | all           | generate | small | flux-2-max                      | $0.10                   | native | The best that you can call at photorealism and prompts with several wishes; it is faster than FLUX.2 Max (fal).
  best               | none          | instruct | large | –                               | –                       | –      | There is no key for Google Gemini
  best               | none          | inpaint  | large | –                               | –                       | –      | There is no key for Black Forest Labs
  best               | none          | remove   | large | inlay-local                     | Free                    | native | The only model that you can call for this.
  best               | none          | outpaint | large | inlay-local                     | Free                    | native | The only model that you can call for this.
  best               | none          | style    | large | inlay-local                     | Free                    | native | It needs no key: it takes over the palette and the light, by no words.
  best               | none          | replace  | large | inlay-local                     | Free                    | native | It needs no key: it fits in what the reference shows, as it is, by no words.
  best               | none          | generate | large | –                               | –                       | –      | There is no key for Black Forest Labs
  best               | bfl           | instruct | large | flux-2-pro                      | $0.135                  | 0.41×  | The best that you can call at following instructions and keeping what was not asked for; it costs less than FLUX.2 Max.
  best               | bfl           | inpaint  | large | flux-2-pro                      | $0.135                  | 0.90×  | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max.
  best               | bfl           | remove   | large | flux-tools/erase-v1             | unlisted, at most $0.10 | 0.64×  | The best that you can call at continuing what lies behind and staying exact under a mask.
  best               | bfl           | outpaint | large | flux-tools/outpainting-v1       | unlisted, at most $0.10 | 0.37×  | The best that you can call at changes of structure and staying exact under a mask; it costs less than FLUX.2 Pro.
  best               | bfl           | style    | large | flux-2-pro                      | $0.15                   | 0.41×  | The best that you can call at keeping what was not asked for and following instructions; it costs less than FLUX.2 Max.
  best               | bfl           | replace  | large | flux-2-pro                      | $0.15                   | 0.90×  | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max.
  best               | bfl           | generate | large | flux-2-max                      | $0.16                   | 0.41×  | The best that you can call at photorealism and prompts with several wishes.
  best               | gemini        | instruct | large | gemini-3.1-flash-image          | $0.151                  | 0.84×  | The best that you can call at following instructions and keeping what was not asked for; it is faster than Nano Banana 2.1.
  best               | gemini        | inpaint  | large | gemini-3.1-flash-image          | $0.151                  | native | The best that you can call at staying exact under a mask and changes of structure; it is faster than Nano Banana 2.1.
  best               | gemini        | remove   | large | gemini-3.1-flash-image          | $0.151                  | native | The best fit that you can call; it is faster than Nano Banana 2.1.
  best               | gemini        | outpaint | large | gemini-3.1-flash-image          | $0.151                  | 0.77×  | The best that you can call at changes of structure; it is faster than Nano Banana 2.1.
  best               | gemini        | style    | large | gemini-3.1-flash-image          | $0.151                  | 0.84×  | The best that you can call at keeping what was not asked for and following instructions; it is faster than Nano Banana 2.1.
  best               | gemini        | replace  | large | gemini-3.1-flash-image          | $0.151                  | native | The best that you can call at staying exact under a mask and changes of structure; it is faster than Nano Banana 2.1.
  best               | gemini        | generate | large | gemini-3.1-flash-image          | $0.151                  | 0.84×  | The best that you can call at photorealism and prompts with several wishes; it is faster than Nano Banana 2.1.
  best               | all           | instruct | large | gemini-3.1-flash-image          | $0.151                  | 0.84×  | The best that you can call at following instructions and keeping what was not asked for; it is faster than Nano Banana 2.1.
  best               | all           | inpaint  | large | flux-2-pro                      | $0.135                  | 0.90×  | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max.
  best               | all           | remove   | large | flux-tools/erase-v1             | unlisted, at most $0.10 | 0.64×  | The best that you can call at continuing what lies behind and staying exact under a mask.
  best               | all           | outpaint | large | flux-tools/outpainting-v1       | unlisted, at most $0.10 | 0.37×  | The best that you can call at changes of structure and staying exact under a mask; it costs less than FLUX.2 Pro.
  best               | all           | style    | large | gemini-3.1-flash-image          | $0.151                  | 0.84×  | The best that you can call at keeping what was not asked for and following instructions; it is faster than Nano Banana 2.1.
  best               | all           | replace  | large | flux-2-pro                      | $0.15                   | 0.90×  | The best that you can call at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max.
  best               | all           | generate | large | flux-2-max                      | $0.16                   | 0.41×  | The best that you can call at photorealism and prompts with several wishes.
  cheapest           | bfl           | instruct | small | flux-2-klein-4b                 | $0.017                  | native | The cheapest that you can call and that does this well enough.
  cheapest           | bfl           | inpaint  | small | flux-2-klein-4b                 | $0.017                  | native | The cheapest that you can call and that does this well enough.
  cheapest           | bfl           | remove   | small | inlay-local                     | Free                    | native | The cheapest that you can call and that does this well enough.
  cheapest           | bfl           | outpaint | small | flux-2-klein-4b                 | $0.019                  | native | The cheapest that you can call and that does this well enough.
  cheapest           | bfl           | style    | small | flux-2-klein-4b                 | $0.018                  | native | The cheapest that you can call and that does this well enough.
  cheapest           | bfl           | replace  | small | flux-2-klein-4b                 | $0.018                  | native | The cheapest that you can call and that does this well enough.
  cheapest           | bfl           | generate | small | flux-2-klein-9b                 | $0.017                  | native | The cheapest that you can call and that does this well enough.
  cheapest           | fal           | instruct | small | fal-ai/flux-2/klein/4b/edit     | about $0.036            | native | The cheapest that you can call and that does this well enough.
  cheapest           | fal           | inpaint  | small | fal-ai/flux-2/klein/4b/edit     | about $0.036            | native | The cheapest that you can call and that does this well enough.
  cheapest           | fal           | remove   | small | inlay-local                     | Free                    | native | The cheapest that you can call and that does this well enough.
  cheapest           | fal           | outpaint | small | fal-ai/flux-2/klein/4b/edit     | about $0.054            | 0.96×  | The cheapest that you can call and that does this well enough.
  cheapest           | fal           | style    | small | fal-ai/nano-banana/edit         | $0.039                  | 0.74×  | The cheapest that you can call and that does this well enough.
  cheapest           | fal           | replace  | small | fal-ai/nano-banana/edit         | $0.039                  | 0.96×  | The cheapest that you can call and that does this well enough.
  cheapest           | fal           | generate | small | fal-ai/flux-2/edit              | about $0.024            | native | The cheapest that you can call and that does this well enough.
  cheapest           | all           | instruct | small | comfyui-flux-2-edit             | Free                    | native | The cheapest that you can call and that does this well enough.
  cheapest           | all           | inpaint  | small | comfyui-flux-2-masked           | Free                    | native | The cheapest that you can call and that does this well enough.
  cheapest           | all           | remove   | small | inlay-local                     | Free                    | native | The cheapest that you can call and that does this well enough.
  cheapest           | all           | outpaint | small | comfyui-flux-2-edit             | Free                    | native | The cheapest that you can call and that does this well enough.
  cheapest           | all           | style    | small | comfyui-flux-2-edit             | Free                    | native | The cheapest that you can call and that does this well enough.
  cheapest           | all           | replace  | small | comfyui-flux-2-masked           | Free                    | native | The cheapest that you can call and that does this well enough.
  cheapest           | all           | generate | small | comfyui-flux-2-edit             | Free                    | native | The cheapest that you can call and that does this well enough.
  fastest            | bfl           | instruct | small | flux-2-klein-4b                 | $0.017                  | native | The fastest that you can call and that does this well enough.
  fastest            | bfl           | inpaint  | small | flux-2-klein-4b                 | $0.017                  | native | The fastest that you can call and that does this well enough.
  fastest            | bfl           | remove   | small | inlay-local                     | Free                    | native | The fastest that you can call and that does this well enough.
  fastest            | bfl           | outpaint | small | flux-2-klein-4b                 | $0.019                  | native | The fastest that you can call and that does this well enough.
  fastest            | bfl           | style    | small | flux-2-klein-4b                 | $0.018                  | native | The fastest that you can call and that does this well enough.
  fastest            | bfl           | replace  | small | flux-2-klein-4b                 | $0.018                  | native | The fastest that you can call and that does this well enough.
  fastest            | bfl           | generate | small | flux-2-klein-9b                 | $0.017                  | native | The fastest that you can call and that does this well enough.
  fastest            | fal           | instruct | small | fal-ai/flux-2/klein/4b/edit     | about $0.036            | native | The fastest that you can call and that does this well enough.
  fastest            | fal           | inpaint  | small | fal-ai/flux-2/klein/4b/edit     | about $0.036            | native | The fastest that you can call and that does this well enough.
  fastest            | fal           | remove   | small | inlay-local                     | Free                    | native | The fastest that you can call and that does this well enough.
  fastest            | fal           | outpaint | small | fal-ai/flux-2/klein/4b/edit     | about $0.054            | 0.96×  | The fastest that you can call and that does this well enough.
  fastest            | fal           | style    | small | fal-ai/flux-2/klein/4b/edit     | about $0.045            | native | The fastest that you can call and that does this well enough.
  fastest            | fal           | replace  | small | fal-ai/flux-2/klein/4b/edit     | about $0.045            | native | The fastest that you can call and that does this well enough.
  fastest            | fal           | generate | small | fal-ai/flux-2/klein/9b/edit     | about $0.028            | native | The fastest that you can call and that does this well enough.
  fastest            | all           | instruct | small | flux-2-klein-4b                 | $0.017                  | native | The fastest that you can call and that does this well enough.
  fastest            | all           | inpaint  | small | flux-2-klein-4b                 | $0.017                  | native | The fastest that you can call and that does this well enough.
  fastest            | all           | remove   | small | inlay-local                     | Free                    | native | The fastest that you can call and that does this well enough.
  fastest            | all           | outpaint | small | flux-2-klein-4b                 | $0.019                  | native | The fastest that you can call and that does this well enough.
  fastest            | all           | style    | small | flux-2-klein-4b                 | $0.018                  | native | The fastest that you can call and that does this well enough.
  fastest            | all           | replace  | small | flux-2-klein-4b                 | $0.018                  | native | The fastest that you can call and that does this well enough.
  fastest            | all           | generate | small | flux-2-klein-9b                 | $0.017                  | native | The fastest that you can call and that does this well enough.
  private            | none          | instruct | small | –                               | –                       | –      | Inlay Local cannot do “instruct”
  private            | none          | inpaint  | small | –                               | –                       | –      | Inlay Local cannot do “inpaint”
  private            | none          | remove   | small | inlay-local                     | Free                    | native | It runs on this machine, so nothing leaves it.
  private            | none          | outpaint | small | inlay-local                     | Free                    | native | It runs on this machine, so nothing leaves it.
  private            | none          | style    | small | inlay-local                     | Free                    | native | It runs on this machine, so nothing leaves it.
  private            | none          | replace  | small | inlay-local                     | Free                    | native | It runs on this machine, so nothing leaves it.
  private            | none          | generate | small | –                               | –                       | –      | Inlay Local cannot do “generate”
  private            | all           | instruct | small | –                               | –                       | –      | Inlay Local cannot do “instruct”
  private            | all           | inpaint  | small | –                               | –                       | –      | Inlay Local cannot do “inpaint”
  private            | all           | remove   | small | inlay-local                     | Free                    | native | It runs on this machine, so nothing leaves it.
  private            | all           | outpaint | small | inlay-local                     | Free                    | native | It runs on this machine, so nothing leaves it.
  private            | all           | style    | small | inlay-local                     | Free                    | native | It runs on this machine, so nothing leaves it.
  private            | all           | replace  | small | inlay-local                     | Free                    | native | It runs on this machine, so nothing leaves it.
  private            | all           | generate | small | –                               | –                       | –      | Inlay Local cannot do “generate”
  provider:replicate | all           | instruct | small | google/nano-banana-pro          | about $0.15             | native | The best that Replicate offers at following instructions and keeping what was not asked for; it costs less than Nano Banana 2 (Replicate).
  provider:replicate | all           | inpaint  | small | black-forest-labs/flux-2-pro    | about $0.075            | native | The best that Replicate offers at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max (Replicate).
  provider:replicate | all           | remove   | small | black-forest-labs/flux-fill-pro | about $0.05             | native | The best that Replicate offers at continuing what lies behind and staying exact under a mask.
  provider:replicate | all           | outpaint | small | black-forest-labs/flux-2-pro    | about $0.105            | 0.96×  | The best that Replicate offers at changes of structure and staying exact under a mask; it costs less than FLUX.2 Max (Replicate).
  provider:replicate | all           | style    | small | google/nano-banana-pro          | about $0.15             | native | The best that Replicate offers at keeping what was not asked for and following instructions; it costs less than Nano Banana 2 (Replicate).
  provider:replicate | all           | replace  | small | black-forest-labs/flux-2-pro    | about $0.09             | native | The best that Replicate offers at staying exact under a mask and changes of structure; it costs less than FLUX.2 Max (Replicate).
  provider:replicate | all           | generate | small | black-forest-labs/flux-2-max    | about $0.10             | native | The best that Replicate offers at photorealism and prompts with several wishes.
  provider:comfyui   | all           | instruct | small | comfyui-flux-2-edit             | Free                    | native | The best that ComfyUI offers at following instructions and keeping what was not asked for.
  provider:comfyui   | all           | inpaint  | small | comfyui-flux-2-masked           | Free                    | native | The best that ComfyUI offers at staying exact under a mask and changes of structure.
  provider:comfyui   | all           | remove   | small | comfyui-flux-fill               | Free                    | native | The best that ComfyUI offers at continuing what lies behind and staying exact under a mask.
  provider:comfyui   | all           | outpaint | small | comfyui-flux-2-edit             | Free                    | native | The best that ComfyUI offers at changes of structure.
  provider:comfyui   | all           | style    | small | comfyui-flux-2-edit             | Free                    | native | The best that ComfyUI offers at keeping what was not asked for and following instructions.
  provider:comfyui   | all           | replace  | small | comfyui-flux-2-masked           | Free                    | native | The best that ComfyUI offers at staying exact under a mask and changes of structure.
  provider:comfyui   | all           | generate | small | comfyui-flux-2-edit             | Free                    | native | The only model that ComfyUI offers for this.
  model:flux-2-max   | all           | instruct | small | flux-2-max                      | $0.16                   | native | You chose it.
  model:flux-2-max   | all           | inpaint  | small | flux-2-max                      | $0.16                   | native | You chose it.
  model:flux-2-max   | all           | remove   | small | flux-2-max                      | $0.16                   | native | You chose it.
  model:flux-2-max   | all           | outpaint | small | flux-2-max                      | $0.22                   | native | You chose it.
  model:flux-2-max   | all           | style    | small | flux-2-max                      | $0.19                   | native | You chose it.
  model:flux-2-max   | all           | replace  | small | flux-2-max                      | $0.19                   | native | You chose it.
  model:flux-2-max   | all           | generate | small | flux-2-max                      | $0.10                   | native | You chose it.
  model:nano-banana  | all           | instruct | small | fal-ai/nano-banana/edit         | $0.039                  | 0.74×  | You chose it.
  model:nano-banana  | all           | inpaint  | small | fal-ai/nano-banana/edit         | $0.039                  | 0.96×  | You chose it.
  model:nano-banana  | all           | remove   | small | fal-ai/nano-banana/edit         | $0.039                  | 0.96×  | You chose it.
  model:nano-banana  | all           | outpaint | small | fal-ai/nano-banana/edit         | $0.039                  | 0.64×  | You chose it.
  model:nano-banana  | all           | style    | small | fal-ai/nano-banana/edit         | $0.039                  | 0.74×  | You chose it.
  model:nano-banana  | all           | replace  | small | fal-ai/nano-banana/edit         | $0.039                  | 0.96×  | You chose it.
  model:nano-banana  | all           | generate | small | fal-ai/nano-banana/edit         | $0.039                  | 0.74×  | You chose it.
  model:flux-fill    | all           | instruct | small | –                               | –                       | –      | FLUX Fill cannot do this edit
  model:flux-fill    | all           | inpaint  | small | flux-pro-1.0-fill               | $0.05                   | native | You chose it.
  model:flux-fill    | all           | remove   | small | flux-pro-1.0-fill               | $0.05                   | native | You chose it.
  model:flux-fill    | all           | outpaint | small | flux-pro-1.0-fill               | $0.05                   | 0.88×  | You chose it.
  model:flux-fill    | all           | style    | small | –                               | –                       | –      | FLUX Fill cannot do this edit
  model:flux-fill    | all           | replace  | small | –                               | –                       | –      | FLUX Fill cannot do this edit
  model:flux-fill    | all           | generate | small | –                               | –                       | –      | FLUX Fill cannot do this edit
`;

export const routeTable: readonly RouteRow[] = table
  .trim()
  .split('\n')
  .map((line) => rowFrom(line.split(' | ').map((cell) => cell.trim())));

function rowFrom(cells: readonly string[]): RouteRow {
  const [policy = '', keys, operation, picture, model = '', price = '', scale = '', reason = ''] = cells;
  return {
    ...{ policy, model, price, scale, reason },
    keys: keys as RouteRow['keys'],
    operation: operation as OperationId,
    picture: picture as RouteRow['picture'],
  };
}
