import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { fullScaleOf, type Raster, type Samples, samplesLike } from './raster';

/** The same picture with an alpha channel; an opaque one where it had none. */
export function* withAlpha(raster: Raster): Sliced<Raster> {
  const { width, height, channels, data } = raster;
  if (channels === 2 || channels === 4) return raster;
  const wider = samplesLike(data, width * height * (channels + 1));
  const piece = rowsPerPiece(width * channels, 2) * width;
  for (let start = 0; start < width * height; start += piece) {
    widenInto(wider, data, channels, start, Math.min(width * height, start + piece));
    yield start / (width * height);
  }
  return { ...raster, channels: channels === 1 ? 2 : 4, data: wider };
}

/** The same picture without its alpha channel, whatever that held. */
export function* withoutAlpha(raster: Raster): Sliced<Raster> {
  const { width, height, channels, data } = raster;
  if (channels === 1 || channels === 3) return raster;
  const narrower = samplesLike(data, width * height * (channels - 1));
  const piece = rowsPerPiece(width * channels, 2) * width;
  for (let start = 0; start < width * height; start += piece) {
    narrowInto(narrower, data, channels, start, Math.min(width * height, start + piece));
    yield start / (width * height);
  }
  return { ...raster, channels: channels === 2 ? 1 : 3, data: narrower };
}

function narrowInto(narrower: Samples, data: Samples, channels: number, start: number, end: number): void {
  for (let from = start * channels, to = start * (channels - 1); from < end * channels; from++) {
    for (let channel = 0; channel < channels - 1; channel++) narrower[to++] = data[from++];
  }
}

function widenInto(wider: Samples, data: Samples, channels: number, start: number, end: number): void {
  const opaque = fullScaleOf(data);
  for (let from = start * channels, to = start * (channels + 1); from < end * channels; from += channels) {
    for (let channel = 0; channel < channels; channel++) wider[to++] = data[from + channel];
    wider[to++] = opaque;
  }
}
