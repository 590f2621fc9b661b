import { fullScaleOf, type Raster, type Samples, samplesLike } from './raster';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs } = Math;

/** Of 32768: what converting a color there and back may come to, a hundredth of a step of 8 bit. */
const rounding = 1;

/**
 * What differs from `before`, which is of the same size; elsewhere nothing (transparent). Nothing at all where a pixel
 * that differs is not opaque: laid over what was there, it would not be what it is.
 */
export function onlyChanged(pixels: Raster, before: Samples): Raster | undefined {
  const { width, height, channels, data } = pixels;
  const full = fullScaleOf(data);
  const hasAlpha = channels % 2 === 0;
  const colors = hasAlpha ? channels - 1 : channels;
  const wide = colors === 1 ? 2 : 4;
  const kept = samplesLike(data, width * height * wide);
  for (let from = 0, to = 0; from < data.length; from += channels, to += wide) {
    if (isSame(data, before, from, channels)) continue;
    if (hasAlpha && data[from + colors] !== full) return undefined;
    for (let channel = 0; channel < colors; channel++) kept[to + channel] = data[from + channel];
    kept[to + colors] = full;
  }
  return { ...pixels, channels: wide, data: kept };
}

function isSame(a: Samples, b: Samples, at: number, channels: number): boolean {
  for (let i = at; i < at + channels; i++) if (abs(a[i] - b[i]) > rounding) return false;
  return true;
}
