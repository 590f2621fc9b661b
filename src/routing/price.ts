import type { Size } from '../image/rect';
import type { ModelSpec, RequestedSize } from './model';

/** As much of a call as its price depends on. Sizes in pixels. */
export interface PricedCall {
  /** Nothing where a picture is made from nothing. */
  readonly source?: Size;
  readonly references: readonly Size[];
  readonly size: RequestedSize;
  readonly variants: number;
}

/** What a call costs, in US dollars; `at-most` where the service names no price beforehand. */
export interface Price {
  readonly dollars: number;
  readonly basis: 'listed' | 'estimate' | 'at-most';
}

/** Services count in these. */
const megapixel = 1_048_576;

/** The price of all variants together, from the sizes that really go out and come back. */
export function priceOf(spec: ModelSpec, call: PricedCall): Price {
  const { dollars, basis } = priceOfOne(spec, call);
  return { dollars: rounded(dollars * call.variants), basis };
}

function priceOfOne({ price }: ModelSpec, call: PricedCall): Price {
  switch (price.kind) {
    case 'free':
      return { dollars: 0, basis: 'listed' };
    case 'per-picture':
      return price;
    case 'unlisted':
      return { dollars: price.atMost, basis: 'at-most' };
    case 'per-tier': {
      const listed = price.dollars[call.size.tier ?? ''];
      const dollars = (listed ?? price.otherwiseAtMost) + price.in * picturesIn(call).length;
      return { dollars, basis: listed === undefined ? 'at-most' : price.basis };
    }
    case 'per-megapixel': {
      const out = megapixelsOf(call.size);
      const into = picturesIn(call).reduce((sum, size) => sum + megapixelsOf(size), 0);
      return { dollars: price.firstOut + (out - 1) * price.furtherOut + into * price.in, basis: price.basis };
    }
  }
}

function picturesIn({ source, references }: PricedCall): readonly Size[] {
  return source === undefined ? references : [source, ...references];
}

function megapixelsOf({ width, height }: Size): number {
  return Math.max(1, Math.ceil((width * height) / megapixel));
}

/** Sums of cents carry no dust. */
function rounded(dollars: number): number {
  return Math.round(dollars * 1e6) / 1e6;
}

/** As the panel writes it: never $0. */
export function priceLabel({ dollars, basis = 'listed' }: { dollars: number; basis?: Price['basis'] }): string {
  if (dollars === 0) return 'Free';
  const amount = dollars >= 1 ? `$${dollars.toFixed(2)}` : `$${dollars.toFixed(3).replace(/0$/, '')}`;
  return { listed: amount, estimate: `about ${amount}`, 'at-most': `unlisted, at most ${amount}` }[basis];
}
