import { assert } from '../base/assert';
import type { Sliced } from '../base/slices';
import type { Mask } from './mask';
import { rowsPerPiece } from './pieces';
import { fullScaleOf, samplesLike, type Raster, type Samples } from './raster';

/**
 * The patch in place of the source, by the mask: where it is 0 the source stays bit for bit, at full scale the patch
 * does. All three of one size, both pictures of one kind.
 */
export function* composite(source: Raster, patch: Raster, mask: Mask): Sliced<Raster> {
  assert(sameShape(source, patch), 'a patch of the size and channels of the source');
  assert(source.width === mask.width && source.height === mask.height, 'a mask of the size of the source');
  const { width, height, channels, data } = source;
  const mixed = samplesLike(data, data.length);
  const mix = channels % 2 === 0 ? mixWithAlpha : mixOpaque;
  const rows = rowsPerPiece(width * channels, 4);
  for (let y = 0; y < height; y += rows) {
    mix(mixed, data, patch.data, mask.data, channels, y * width, Math.min(height, y + rows) * width);
    yield y / height;
  }
  return { ...source, data: mixed };
}

function sameShape(a: Raster, b: Raster): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.channels === b.channels &&
    a.data.BYTES_PER_ELEMENT === b.data.BYTES_PER_ELEMENT
  );
}

function mixOpaque(
  mixed: Samples,
  source: Samples,
  patch: Samples,
  mask: Mask['data'],
  channels: number,
  start: number,
  end: number,
): void {
  const full = fullScaleOf(mask);
  const half = source instanceof Float32Array ? 0 : 0.5;
  for (let pixel = start, i = start * channels; pixel < end; pixel++) {
    const share = mask[pixel];
    for (let channel = 0; channel < channels; channel++, i++) {
      if (share === 0) mixed[i] = source[i];
      else if (share === full) mixed[i] = patch[i];
      else mixed[i] = (source[i] * (full - share) + patch[i] * share) / full + half;
    }
  }
}

/** Straight alpha: a color counts as much as it is seen. */
function mixWithAlpha(
  mixed: Samples,
  source: Samples,
  patch: Samples,
  mask: Mask['data'],
  channels: number,
  start: number,
  end: number,
): void {
  const full = fullScaleOf(mask);
  const half = source instanceof Float32Array ? 0 : 0.5;
  for (let pixel = start, i = start * channels; pixel < end; pixel++, i += channels) {
    const alpha = i + channels - 1;
    const share = mask[pixel];
    const bySource = source[alpha] * (full - share);
    const byPatch = patch[alpha] * share;
    const seen = bySource + byPatch;
    if (share === full) {
      for (let at = i; at <= alpha; at++) mixed[at] = patch[at];
    } else if (share === 0 || seen === 0) {
      for (let at = i; at <= alpha; at++) mixed[at] = source[at];
    } else {
      for (let at = i; at < alpha; at++) mixed[at] = (source[at] * bySource + patch[at] * byPatch) / seen + half;
      mixed[alpha] = seen / full + half;
    }
  }
}
