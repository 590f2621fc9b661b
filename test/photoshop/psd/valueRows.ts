import { heightOf, widthOf } from '../model/rects';
import { depthOf, fullScale } from '../model/samples';
import type { Depth, Rect, Samples } from '../model/state';
import { isAll } from './uniform';

/** Rows of values in a larger array: as Photoshop counts them, or in the bytes of a file. */
export interface ValueRows {
  readonly kind: 'samples' | 'bytes';
  readonly depth: Depth;
  readonly data: Samples;
  /** Of the first value, in elements of `data`. */
  readonly start: number;
  /** From row to row, in elements of `data`. */
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a plane of samples, which stands in `bounds`. */
export function samplesRows(samples: Samples, bounds: Rect, part: Rect): ValueRows {
  const stride = widthOf(bounds);
  const start = (part.top - bounds.top) * stride + part.left - bounds.left;
  const shape = { width: widthOf(part), height: heightOf(part) };
  return { kind: 'samples', depth: depthOf(samples), data: samples, start, stride, ...shape };
}

/** Values as 0 to 1. */
export function unitsInto(target: Float32Array, rows: ValueRows): void {
  const { kind, depth, data } = rows;
  if (data instanceof Uint8Array) {
    if (kind === 'samples' || depth === 8) unitsFrom8(target, data, rows);
    else if (depth === 16) unitsFromBytes16(target, data, rows);
    else unitsFromBytes32(target, data, rows);
  } else if (data instanceof Uint16Array) unitsFrom16(target, data, rows);
  else copyRows(target, data, rows);
}

function unitsFrom8(target: Float32Array, data: Uint8Array, { start, stride, width, height }: ValueRows): void {
  const scale = 1 / 255;
  for (let y = 0, i = 0; y < height; y++) {
    for (let at = start + y * stride, end = at + width; at < end; at++, i++) target[i] = data[at] * scale;
  }
}

function unitsFrom16(target: Float32Array, data: Uint16Array, { start, stride, width, height }: ValueRows): void {
  const scale = 1 / 32768;
  for (let y = 0, i = 0; y < height; y++) {
    for (let at = start + y * stride, end = at + width; at < end; at++, i++) target[i] = data[at] * scale;
  }
}

function copyRows(target: Float32Array, data: Float32Array, { start, stride, width, height }: ValueRows): void {
  for (let y = 0; y < height; y++) {
    const at = start + y * stride;
    target.set(data.subarray(at, at + width), y * width);
  }
}

function unitsFromBytes16(target: Float32Array, data: Uint8Array, { start, stride, width, height }: ValueRows): void {
  const scale = 1 / 32768;
  for (let y = 0, i = 0; y < height; y++) {
    for (let at = start + y * stride, end = at + width * 2; at < end; at += 2, i++) {
      target[i] = ((((data[at] << 8) | data[at + 1]) + 1) >> 1) * scale;
    }
  }
}

function unitsFromBytes32(target: Float32Array, data: Uint8Array, { start, stride, width, height }: ValueRows): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let y = 0, i = 0; y < height; y++) {
    for (let at = start + y * stride, end = at + width * 4; at < end; at += 4, i++) target[i] = view.getFloat32(at);
  }
}

/** Whether all values are 0, or all are full scale; what takes longer to find out counts as mixed. */
export function uniformityOf({ kind, depth, data, start, stride, width, height }: ValueRows): Uniformity {
  const perValue = kind === 'bytes' ? depth / 8 : 1;
  const full = perValue === 1 ? fullScale(depth) : 255;
  const first = data[start];
  if ((first !== 0 && first !== full) || (perValue > 2 && first !== 0)) return 'mixed';
  for (let y = 0; y < height; y++) {
    const at = start + y * stride;
    if (!isAll(data, at, at + width * perValue, first)) return 'mixed';
  }
  return first === 0 ? 'empty' : 'full';
}

export type Uniformity = 'empty' | 'full' | 'mixed';
