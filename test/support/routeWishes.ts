import type { Outline } from '../../src/edit/frame';
import type { OperationId } from '../../src/routing/model';

export interface Wish {
  readonly selects: boolean;
  /** Of the request. */
  readonly fields: {
    readonly prompt?: string;
    readonly growth?: { readonly kind: 'aspect'; readonly across: number; readonly down: number };
    readonly references?: readonly {
      readonly from: { readonly kind: 'layer'; readonly name: string };
      readonly role: string;
    }[];
  };
}

/** What the table of routes asks for in each operation. */
export const wishes: Readonly<Record<OperationId, Wish>> = {
  instruct: { selects: false, fields: { prompt: 'Change the coat to red wool' } },
  inpaint: { selects: true, fields: { prompt: 'A vase with tulips' } },
  remove: { selects: true, fields: {} },
  outpaint: { selects: false, fields: { growth: { kind: 'aspect', across: 16, down: 9 } } },
  style: { selects: false, fields: { references: [shown('Mood', 'style')] } },
  replace: { selects: true, fields: { references: [shown('Bottle', 'product')] } },
  generate: { selects: false, fields: { prompt: 'A beach at dawn' } },
};

function shown(name: string, role: string) {
  return { from: { kind: 'layer', name }, role } as const;
}

/** Two documents with what is selected in them. */
export const pictures: Readonly<Record<'small' | 'large', Outline>> = {
  small: {
    size: { width: 1600, height: 1200 },
    selection: { bounds: { left: 650, top: 500, right: 950, bottom: 700 } },
  },
  large: {
    size: { width: 6000, height: 4000 },
    selection: { bounds: { left: 1800, top: 1100, right: 4200, bottom: 2900 } },
  },
};

/** Which services have a key or an address. */
export const keySets = {
  none: [],
  bfl: ['bfl'],
  gemini: ['gemini'],
  fal: ['fal'],
  replicate: ['replicate'],
  openai: ['openai'],
  comfyui: ['comfyui'],
  a1111: ['a1111'],
  versely: ['versely'],
  'versely + fal': ['versely', 'fal'],
  all: ['bfl', 'gemini', 'fal', 'replicate', 'openai', 'comfyui', 'a1111', 'versely'],
} as const;
