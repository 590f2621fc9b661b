import type { Mask } from '../image/mask';
import type { Raster } from '../image/raster';
import type { Rect } from '../image/rect';
import type { ModelWarning } from '../routing/model';
import type { Finding } from './check';
import type { EditPlan } from './plan';

/** The fitted pixels, and the mask that shows them. Both cover `inDocument`. */
export interface Patch {
  readonly inDocument: Rect;
  readonly pixels: Raster;
  readonly mask: Mask;
}

/** One answer among several, ready to place. */
export interface Variant {
  readonly plan: EditPlan;
  readonly patch: Patch;
  readonly source: Raster;
  readonly findings: readonly Finding[];
  readonly warnings: readonly ModelWarning[];
}
