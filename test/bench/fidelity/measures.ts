import { seam } from '../../../src/edit/checks/seam';
import { composite } from '../../../src/image/composite';
import type { Mask } from '../../../src/image/mask';
import type { Raster } from '../../../src/image/raster';
import { brightnessOf } from '../../../src/image/register/plane';
import type { Part } from '../../../src/image/resize';
import { bandsOf } from '../../../src/image/texture/bands';
import { runNow } from '../../support/runNow';

/** How far the farthest corner lies from where it should, in pixels sent. */
export function cornerError(part: Part, truth: Part, scale: number): number {
  const left = part.left - truth.left;
  const top = part.top - truth.top;
  const right = left + part.width - truth.width;
  const bottom = top + part.height - truth.height;
  return Math.max(Math.abs(left), Math.abs(top), Math.abs(right), Math.abs(bottom)) * scale;
}

/** How much harder the edge of the mask is than that of a perfect answer under the same mask. */
export function seamRatio(source: Raster, patch: Raster, perfect: Raster, mask: Mask): number {
  const of = (image: Raster) => runNow(seam.measure({ source, patch: image, mask })) ?? NaN;
  return of(patch) / of(perfect);
}

/** What both masks cover over what either covers, where they show all. */
export function overlap({ data }: Mask, wanted: Mask): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    const [is, should] = [data[i] === 255, wanted.data[i] === 255];
    if (is && should) both++;
    if (is || should) either++;
  }
  return both / either;
}

/** The largest change of the placed picture where its mask is 0, in levels. */
export function drift(source: Raster, patch: Raster, mask: Mask): number {
  const placed = runNow(composite(source, patch, mask));
  let most = 0;
  for (let i = 0; i < placed.data.length; i++) {
    if (mask.data[Math.floor(i / 3)] === 0) most = Math.max(most, Math.abs(placed.data[i] - source.data[i]));
  }
  return most;
}

/** The fine detail where nothing was to change, over what was sent. */
export function sharpnessRatio(source: Raster, patch: Raster, { data: mask }: Mask): number {
  const [wanted, is] = [source, patch].map((picture) => runNow(bandsOf(runNow(brightnessOf(picture)))).bands);
  let [want, have] = [0, 0];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] > 0) continue;
    want += wanted[0][i] ** 2 + wanted[1][i] ** 2;
    have += is[0][i] ** 2 + is[1][i] ** 2;
  }
  return Math.sqrt(have / want);
}
