import type { ModelSpec } from './model';

/** What a call costs, in US dollars. */
export interface Price {
  readonly dollars: number;
}

export function priceOf(spec: ModelSpec): Price {
  switch (spec.price.kind) {
    case 'free':
      return { dollars: 0 };
  }
}

/** As the panel writes it: never $0. */
export function priceLabel({ dollars }: Price): string {
  if (dollars === 0) return 'Free';
  if (dollars >= 1) return `$${dollars.toFixed(2)}`;
  return `$${dollars.toFixed(3).replace(/0$/, '')}`;
}
