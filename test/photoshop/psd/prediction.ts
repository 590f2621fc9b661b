import type { FileDepth } from '../model/modes';
import { isAll } from './uniform';

/** Undoes the horizontal differences of zip with prediction, in place, for whole rows of big-endian values. */
export function undoPrediction(bytes: Uint8Array, width: number, rows: number, depth: FileDepth): void {
  const rowBytes = Math.ceil((width * depth) / 8);
  for (let row = 0; row < rows; row++) {
    const start = row * rowBytes;
    if (depth <= 8) undo8(bytes, start, rowBytes);
    else if (depth === 16) undo16(bytes, start, width);
    else undo32(bytes, start, width);
  }
}

/** Turns values into differences to the value before, in place: what `undoPrediction` undoes. */
export function applyPrediction(bytes: Uint8Array, width: number, rows: number, depth: FileDepth): void {
  if (depth === 32) splitInto4(bytes, width, rows);
  const size = depth === 16 ? 2 : 1;
  const length = depth === 32 ? width * 4 : width;
  for (let row = 0; row < rows; row++) {
    const start = row * length * size;
    for (let i = start + (length - 1) * size; i > start; i -= size) {
      const before = size === 1 ? bytes[i - 1] : (bytes[i - 2] << 8) | bytes[i - 1];
      const difference = (size === 1 ? bytes[i] : (bytes[i] << 8) | bytes[i + 1]) - before;
      if (size === 2) bytes[i] = difference >> 8;
      bytes[i + size - 1] = difference;
    }
  }
}

function undo8(bytes: Uint8Array, start: number, width: number): void {
  const end = start + width;
  if (isAll(bytes, start + 1, end, 0)) {
    bytes.fill(bytes[start], start, end);
    return;
  }
  for (let i = start + 1, value = bytes[start]; i < end; i++) {
    value = (value + bytes[i]) & 255;
    bytes[i] = value;
  }
}

function undo16(bytes: Uint8Array, start: number, width: number): void {
  const end = start + width * 2;
  if (bytes[start] === bytes[start + 1] && isAll(bytes, start + 2, end, 0)) {
    bytes.fill(bytes[start], start, end);
    return;
  }
  for (let i = start + 2, value = (bytes[start] << 8) | bytes[start + 1]; i < end; i += 2) {
    value = (value + ((bytes[i] << 8) | bytes[i + 1])) & 0xffff;
    bytes[i] = value >> 8;
    bytes[i + 1] = value;
  }
}

/** Puts the bytes of a row's 32-bit values into four planes, most significant first. */
function splitInto4(bytes: Uint8Array, width: number, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const start = row * width * 4;
    const values = bytes.slice(start, start + width * 4);
    for (let x = 0; x < width; x++) {
      for (let part = 0; part < 4; part++) bytes[start + part * width + x] = values[x * 4 + part] ?? 0;
    }
  }
}

/** 32 bit: the four bytes of a row's values stand in four planes, most significant first, and differ byte by byte. */
function undo32(bytes: Uint8Array, start: number, width: number): void {
  const length = width * 4;
  undo8(bytes, start, length);
  const planes = bytes.slice(start, start + length);
  for (let x = 0; x < width; x++) {
    for (let part = 0; part < 4; part++) bytes[start + x * 4 + part] = planes[part * width + x] ?? 0;
  }
}
