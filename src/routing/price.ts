import type { Size } from '../image/rect';
import type { ModelSpec, PriceBasis, RequestedSize } from './model';

/** What a call costs, in US dollars. `at-most`: the service names no price beforehand. */
export interface Price {
  readonly dollars: number;
  readonly certainty: PriceBasis | 'at-most';
}

/** What goes out and what is asked for, as far as a price depends on it. */
export interface PricedCall {
  readonly size: RequestedSize;
  /** Every picture that is sent along: the source first, then the references. */
  readonly pictures: readonly Size[];
  readonly variants: number;
}

/** The price of all variants (of all tiles) together, each being a call's worth. */
export function priceOf(spec: ModelSpec, call: PricedCall): Price {
  const { dollars, certainty } = priceOfOne(spec, call);
  return { dollars: withoutDust(dollars * call.variants), certainty };
}

function priceOfOne({ price }: ModelSpec, { size, pictures }: PricedCall): Price {
  switch (price.kind) {
    case 'free':
      return { dollars: 0, certainty: 'listed' };
    case 'per-picture':
      return { dollars: price.dollars, certainty: price.basis };
    case 'unlisted':
      return { dollars: price.atMost, certainty: 'at-most' };
    case 'per-tier': {
      const listed = price.dollars[size.tier ?? ''];
      const dollars = (listed ?? price.otherwiseAtMost) + price.in * pictures.length;
      return { dollars, certainty: listed === undefined ? 'at-most' : price.basis };
    }
    case 'per-megapixel': {
      const into = pictures.reduce((sum, picture) => sum + megapixelsOf(picture), 0);
      const out = price.firstOut + (megapixelsOf(size) - 1) * price.furtherOut;
      return { dollars: out + into * price.in, certainty: price.basis };
    }
  }
}

/** Services count in these: 1024 × 1024 is one. */
const megapixel = 1_048_576;

/** Whole ones, rounded up. */
function megapixelsOf({ width, height }: Size): number {
  return Math.max(1, Math.ceil((width * height) / megapixel));
}

/** Sums of cents stay round. */
function withoutDust(dollars: number): number {
  return Math.round(dollars * 1e6) / 1e6;
}

/** As the panel writes it: never $0. */
export function priceLabel({ dollars, certainty = 'listed' }: PriceToShow): string {
  if (dollars === 0) return 'Free';
  const amount = dollars >= 1 ? `$${dollars.toFixed(2)}` : `$${dollars.toFixed(3).replace(/0$/, '')}`;
  switch (certainty) {
    case 'listed':
      return amount;
    case 'estimate':
      return `about ${amount}`;
    case 'at-most':
      return `unlisted, at most ${amount}`;
  }
}

type PriceToShow = Pick<Price, 'dollars'> & Partial<Pick<Price, 'certainty'>>;
