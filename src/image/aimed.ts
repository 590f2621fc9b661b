import { type Raster, type Samples, samplesLike } from './raster';
import { type Rect, widthOf } from './rect';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, max, min } = Math;

/** What a conversion made of a picture. */
export interface Arrived {
  readonly components: number;
  readonly data: Samples;
}

/** Of 32768, a little under ΔE 3: what lies farther off cannot be reached, and aiming beyond it would lead elsewhere. */
const reach = 384;

/** Of 32768: half a step of 8 bit. */
const near = 64;

/**
 * What to ask for at 16 bit, so that `wanted` arrives: a conversion that made `arrived` of what was `asked` for misses
 * the next time by about as much. Nothing where all has arrived that can. `inPicture`: the part that arrived.
 */
export function aimedAt(wanted: Raster, asked: Raster, arrived: Arrived, inPicture: Rect): Raster | undefined {
  const { width, channels, data } = wanted;
  const colors = channels - 1 + (channels % 2);
  const aimed = samplesLike(data, data.length);
  aimed.set(asked.data);
  let missed = 0;
  for (let y = inPicture.top, from = 0; y < inPicture.bottom; y++) {
    let at = (y * width + inPicture.left) * channels;
    for (let x = inPicture.left; x < inPicture.right; x++, at += channels, from += arrived.components) {
      const off = furthest(data, at, arrived.data, from, colors);
      if (off > reach) continue;
      if (off > near) missed++;
      for (let c = at; c < at + colors; c++) {
        aimed[c] = min(32768, max(0, aimed[c] + data[c] - arrived.data[from + c - at]));
      }
    }
  }
  return missed > (widthOf(inPicture) * (inPicture.bottom - inPicture.top)) / 1000
    ? { ...wanted, data: aimed }
    : undefined;
}

function furthest(a: Samples, at: number, b: Samples, from: number, colors: number): number {
  let most = 0;
  for (let c = 0; c < colors; c++) most = max(most, abs(a[at + c] - b[from + c]));
  return most;
}
