import { scaleLabel } from '../edit/fit';
import { priceLabel } from '../routing/price';

/** What stands beside a model: its price, and the scale at which it sees the picture. */
export interface Labels {
  readonly price: typeof priceLabel;
  readonly scale: typeof scaleLabel;
}

/** In English. */
export const labels: Labels = { price: priceLabel, scale: scaleLabel };

let spoken = labels;

/** From now on prices and scales are named in this language. */
export function labelIn(language: Labels): void {
  spoken = language;
}

export const priceInWords: Labels['price'] = (price) => spoken.price(price);
export const scaleInWords: Labels['scale'] = (scale) => spoken.scale(scale);
