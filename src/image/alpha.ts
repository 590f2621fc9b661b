import { fullScaleOf, type Raster, samplesLike } from './raster';

/** The same picture with an alpha channel; an opaque one where it had none. */
export function withAlpha(raster: Raster): Raster {
  const { width, height, channels, data } = raster;
  if (channels === 2 || channels === 4) return raster;
  const opaque = fullScaleOf(data);
  const wider = samplesLike(data, width * height * (channels + 1));
  for (let from = 0, to = 0; from < data.length; from += channels, to += channels + 1) {
    for (let channel = 0; channel < channels; channel++) wider[to + channel] = data[from + channel] ?? 0;
    wider[to + channels] = opaque;
  }
  return { ...raster, channels: channels === 1 ? 2 : 4, data: wider };
}
