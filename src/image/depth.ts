import type { Sliced } from '../base/slices';
import type { Mask } from './mask';
import { rowsPerPiece } from './pieces';
import { type Depth, depthOf, fullScaleOf, type Raster, type Samples } from './raster';

/** Eight bits for showing: full scale becomes 255; what a 32-bit picture has beyond its scale is cut. */
export function* toEightBit(raster: Raster): Sliced<Raster> {
  const { data } = raster;
  if (data instanceof Uint8Array) return raster;
  const eight = new Uint8Array(data.length);
  const scale = 255 / fullScaleOf(data);
  const piece = rowsPerPiece(raster.width * raster.channels) * raster.width * raster.channels;
  for (let start = 0; start < data.length; start += piece) {
    scaleInto(eight, data, scale, start, Math.min(data.length, start + piece));
    yield start / data.length;
  }
  return { ...raster, data: eight };
}

function scaleInto(eight: Uint8Array, data: Samples, scale: number, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const value = data[i] * scale;
    // written so that what is not a number becomes 0
    eight[i] = value > 0 ? Math.min(255, Math.floor(value + 0.5)) : 0;
  }
}

/** The same picture at 8 or 16 bit, to the nearest level; alpha alike. */
export function* toDepth(raster: Raster, depth: 8 | 16): Sliced<Raster> {
  const { data, width, channels } = raster;
  if (depthOf(data) === depth) return raster;
  const scaled = depth === 16 ? new Uint16Array(data.length) : new Uint8Array(data.length);
  const scale = fullScaleOf(scaled) / fullScaleOf(data);
  const piece = rowsPerPiece(width * channels) * width * channels;
  for (let start = 0; start < data.length; start += piece) {
    const end = Math.min(data.length, start + piece);
    for (let i = start; i < end; i++) scaled[i] = data[i] * scale + 0.5;
    yield start / data.length;
  }
  return { ...raster, data: scaled };
}

/** A mask as deep as the document it goes to: grey levels are kept, to the nearest of the other depth. */
export function* maskToDepth(mask: Mask, depth: Depth): Sliced<Mask> {
  const deep = depth !== 8;
  if (deep === mask.data instanceof Uint16Array) return mask;
  const data = deep ? new Uint16Array(mask.data.length) : new Uint8Array(mask.data.length);
  const scale = fullScaleOf(data) / fullScaleOf(mask.data);
  const piece = rowsPerPiece(mask.width) * mask.width;
  for (let start = 0; start < data.length; start += piece) {
    const end = Math.min(data.length, start + piece);
    for (let i = start; i < end; i++) data[i] = mask.data[i] * scale + 0.5;
    yield start / data.length;
  }
  return { ...mask, data };
}
