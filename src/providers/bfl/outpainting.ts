import { assert } from '../../base/assert';
import type { Sliced } from '../../base/slices';
import { measureSelected } from '../../image/bounds';
import { cropRaster } from '../../image/crop';
import { invertMask } from '../../image/open';
import type { Raster } from '../../image/raster';
import { rectOf } from '../../image/rect';
import type { ModelCall } from '../../routing/model';

export const outpainting = 'flux-tools/outpainting-v1';

/** The picture that is to be extended, and where it stands on the new canvas, in pixels. */
export interface OnCanvas {
  readonly picture: Raster;
  readonly left: number;
  readonly top: number;
}

/** The service was seen to leave the canvas empty where picture and place are no multiples of this. */
const grid = 16;

/** The box of what is to stay, as far as it lies on the service's grid: the rest of it is made anew with the border. */
export function* pictureOnCanvas({ source, mask }: ModelCall): Sliced<OnCanvas> {
  assert(source !== undefined, 'a picture');
  const kept = mask === undefined ? rectOf(source) : (yield* measureSelected(yield* invertMask(mask))).bounds;
  const up = (edge: number) => Math.ceil(edge / grid) * grid;
  const down = (edge: number) => Math.floor(edge / grid) * grid;
  const area = { left: up(kept.left), top: up(kept.top), right: down(kept.right), bottom: down(kept.bottom) };
  const fits = area.right > area.left && area.bottom > area.top;
  const { left, top } = fits ? area : kept;
  return { picture: yield* cropRaster(source, fits ? area : kept), left, top };
}
