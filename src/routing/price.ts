import type { ModelSpec, RequestedSize } from './model';

/** What a call costs, in US dollars. `atMost`: the service names no price beforehand. */
export interface Price {
  readonly dollars: number;
  readonly certainty: 'listed' | 'at-most';
}

/** What goes out and what is asked for, as far as a price depends on it. */
export interface PricedCall {
  readonly size: RequestedSize;
  /** Every picture that is sent along: the source first, then the references. */
  readonly pictures: readonly { readonly width: number; readonly height: number }[];
  readonly variants: number;
}

export function priceOf({ price }: ModelSpec, { size, pictures, variants }: PricedCall): Price {
  switch (price.kind) {
    case 'free':
      return listed(0);
    case 'per-picture':
      return listed(price.dollars * variants);
    case 'per-tier':
      return listed((price.dollars[size.tier ?? ''] ?? Math.max(...Object.values(price.dollars))) * variants);
    case 'per-megapixel': {
      const sent = pictures.reduce((sum, picture) => sum + megapixels(picture), 0);
      return listed((price.firstOut + (megapixels(size) - 1) * price.furtherOut + sent * price.in) * variants);
    }
    case 'unlisted':
      return { dollars: price.atMost * variants, certainty: 'at-most' };
  }
}

function listed(dollars: number): Price {
  return { dollars, certainty: 'listed' };
}

/** Whole ones, rounded up. */
function megapixels({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.max(1, Math.ceil((width * height) / 1_000_000));
}

/** As the panel writes it: never $0. */
export function priceLabel({ dollars }: Pick<Price, 'dollars'>): string {
  if (dollars === 0) return 'Free';
  if (dollars >= 1) return `$${dollars.toFixed(2)}`;
  return `$${dollars.toFixed(3).replace(/0$/, '')}`;
}
