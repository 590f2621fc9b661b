import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import { fullScaleOf, type Raster, type Samples } from '../raster';

/** Brightness alone, 0 to 1. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** The brightness of a picture as the eye weighs it, along its own curve. (Rec. 601.) */
export function* brightnessOf({ width, height, channels, data }: Raster): Sliced<Plane> {
  const bright = new Float32Array(width * height);
  const scale = 1 / fullScaleOf(data);
  const rows = rowsPerPiece(width * channels, 2);
  for (let y = 0; y < height; y += rows) {
    const end = Math.min(height, y + rows) * width;
    if (channels < 3) addGray(bright, data, y * width, end, channels, scale);
    else addColor(bright, data, y * width, end, channels, scale);
    yield y / height;
  }
  return { width, height, data: bright };
}

function addGray(to: Float32Array, from: Samples, start: number, end: number, channels: number, scale: number): void {
  for (let i = start, at = start * channels; i < end; i++, at += channels) to[i] = from[at] * scale;
}

function addColor(to: Float32Array, from: Samples, start: number, end: number, channels: number, scale: number): void {
  for (let i = start, at = start * channels; i < end; i++, at += channels) {
    to[i] = (0.299 * from[at] + 0.587 * from[at + 1] + 0.114 * from[at + 2]) * scale;
  }
}

/** Half the size: each value is the 1-3-3-1 weighted mean of 16; the sides go on as they end. */
export function* halved({ width, height, data }: Plane): Sliced<Plane> {
  const half = { width: (width + 1) >> 1, height: (height + 1) >> 1 };
  const across = new Float32Array(half.width * height);
  const rows = rowsPerPiece(width, 4);
  for (let y = 0; y < height; y++) {
    halveRow(across, y * half.width, half.width, data, y * width, width);
    if (y % rows === 0) yield;
  }
  const out = new Float32Array(half.width * half.height);
  for (let y = 0; y < half.height; y++) {
    const row = (k: number) => Math.min(height - 1, Math.max(0, 2 * y + k)) * half.width;
    weighRows(out, y * half.width, half.width, across, row(-1), row(0), row(1), row(2));
    if (y % rows === 0) yield;
  }
  return { ...half, data: out };
}

function halveRow(to: Float32Array, at: number, count: number, from: Float32Array, row: number, width: number): void {
  const last = row + width - 1;
  for (let x = 0; x < count; x++) {
    const middle = row + 2 * x;
    const before = middle > row ? middle - 1 : row;
    const after = middle < last ? middle + 1 : last;
    const beyond = middle + 1 < last ? middle + 2 : last;
    to[at + x] = (from[before] + 3 * (from[middle] + from[after]) + from[beyond]) / 8;
  }
}

function weighRows(
  to: Float32Array,
  at: number,
  count: number,
  from: Float32Array,
  above: number,
  first: number,
  second: number,
  below: number,
): void {
  for (let x = 0; x < count; x++) {
    to[at + x] = (from[above + x] + 3 * (from[first + x] + from[second + x]) + from[below + x]) / 8;
  }
}

/** A little out of focus (1-2-1 both ways), so that what lies between two pixels can be told along a straight line. */
export function* softened({ width, height, data }: Plane): Sliced<Plane> {
  const across = new Float32Array(data.length);
  const rows = rowsPerPiece(width, 4);
  for (let y = 0; y < height; y++) {
    softenRow(across, data, y * width, width);
    if (y % rows === 0) yield;
  }
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    const row = y * width;
    for (let x = 0; x < width; x++) out[row + x] = (across[above + x] + 2 * across[row + x] + across[below + x]) / 4;
    if (y % rows === 0) yield;
  }
  return { width, height, data: out };
}

function softenRow(to: Float32Array, from: Float32Array, row: number, width: number): void {
  const last = row + width - 1;
  for (let i = row; i <= last; i++) {
    const before = i > row ? i - 1 : row;
    const after = i < last ? i + 1 : last;
    to[i] = (from[before] + 2 * from[i] + from[after]) / 4;
  }
}
