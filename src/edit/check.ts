import type { Sliced } from '../base/slices';
import type { Mask } from '../image/mask';
import type { Raster } from '../image/raster';
import type { Fitting } from './fitting';

/** What a check looks at; all three in context pixels and of one size, both pictures of one kind. */
export interface CheckInput extends Fitting {
  /** The context as it was. */
  readonly source: Raster;
  /** What would lie behind the layer mask. */
  readonly patch: Raster;
  /** The layer mask. */
  readonly mask: Mask;
  /** `yes`: there was nothing before where the mask shows the patch. */
  readonly isNew?: 'yes' | 'no' | undefined;
}

/** `levels`: steps of an 8-bit channel, whatever the depth; in Lab, of its lightness. */
export type CheckUnit = 'levels' | 'percent' | 'ratio' | 'pixels';

export interface Limit {
  readonly kind: 'at-most' | 'at-least';
  readonly value: number;
}

/** One number about a result that is ready to be placed. */
export interface Check {
  readonly id: string;
  readonly label: string;
  readonly unit: CheckUnit;
  readonly limit: Limit;
  /** Which failure of models it is for. */
  readonly why: string;
  /** Nothing where there is nothing to measure. Changes none of its input. */
  measure(input: CheckInput): Sliced<number | undefined>;
}

/** What a check found. The words for it are the panel's. */
export interface Finding {
  readonly check: string;
  readonly value: number;
  readonly unit: CheckUnit;
  readonly limit: Limit;
  readonly verdict: 'fits' | 'over';
}

/** A measured value, held against the limit of its check. */
export function judge({ id, unit, limit }: Check, value: number): Finding {
  const fits = limit.kind === 'at-most' ? value <= limit.value : value >= limit.value;
  return { check: id, value, unit, limit, verdict: fits ? 'fits' : 'over' };
}
