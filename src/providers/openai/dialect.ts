import type { ModelSpec } from '../../routing/model';

/** In what the servers that speak this protocol differ. */
export interface Dialect {
  readonly label: string;
  /** Where edits are sent, below the server's root. */
  readonly edits: '/v1/images/edits' | '/v1/images/inpainting';
  /** `as-counted`: `image` for one picture, `image[]` for several. */
  readonly imageField: 'image' | 'image[]' | 'as-counted';
  readonly mask: MaskDialect;
  /** How PNG in the body is asked for; some fields are refused where they are not known. */
  readonly asks: 'output_format' | 'response_format' | 'both';
  readonly seed: 'taken' | 'unknown';
}

/** `clear`: a PNG with alpha, transparent where the picture is made anew. `white`: an opaque one, white there. */
export type MaskDialect =
  { readonly kind: 'none' } | { readonly kind: 'clear' | 'white'; readonly field: 'mask' | 'mask_image' };

/** The servers that are known, by the name that the settings keep. */
export const dialects = {
  openai: {
    label: 'OpenAI',
    edits: '/v1/images/edits',
    imageField: 'as-counted',
    mask: { kind: 'clear', field: 'mask' },
    asks: 'output_format',
    seed: 'unknown',
  },
  'sd-server': {
    label: 'stable-diffusion.cpp',
    edits: '/v1/images/edits',
    imageField: 'image[]',
    mask: { kind: 'white', field: 'mask' },
    asks: 'output_format',
    seed: 'unknown',
  },
  'vllm-omni': {
    label: 'vLLM-Omni',
    edits: '/v1/images/edits',
    imageField: 'image',
    mask: { kind: 'white', field: 'mask_image' },
    asks: 'response_format',
    seed: 'taken',
  },
  sglang: {
    label: 'SGLang',
    edits: '/v1/images/edits',
    imageField: 'image',
    mask: { kind: 'none' },
    asks: 'response_format',
    seed: 'unknown',
  },
  localai: {
    label: 'LocalAI',
    edits: '/v1/images/inpainting',
    imageField: 'image',
    mask: { kind: 'white', field: 'mask' },
    asks: 'response_format',
    seed: 'unknown',
  },
} as const satisfies Record<string, Dialect>;

/** The dialect of a model's server. */
export function dialectOf({ preset = 'openai' }: ModelSpec): Dialect {
  return isKnown(preset) ? dialects[preset] : dialects.openai;
}

function isKnown(preset: string): preset is keyof typeof dialects {
  return preset in dialects;
}
