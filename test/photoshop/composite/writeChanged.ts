import type { Rect, Samples } from '../model/state';
import { to65535 } from '../psd/samples';
import { linesOf, type Lines } from './lines';

// taken once: looking into another module for every value takes longer than counting it anew
const countInFile = to65535;

/** Writes the new values of a band into the bytes of a part of the canvas. */
export function writeChanged(plane: Samples, changed: Uint8Array, band: Rect, rows: Uint8Array, part: Rect): void {
  const lines = linesOf(part, band, band);
  if (plane instanceof Uint8Array) write8(plane, changed, rows, lines);
  else if (plane instanceof Uint16Array) write16(plane, changed, rows, lines);
  else write32(plane, changed, rows, lines);
}

function write8(plane: Uint8Array, changed: Uint8Array, rows: Uint8Array, lines: Lines): void {
  const { width, height, targetStart, targetStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    const start = targetStart + y * targetStride;
    for (let t = start; t < start + width; t++, i++) if (changed[i] === 1) rows[t] = plane[i];
  }
}

function write16(plane: Uint16Array, changed: Uint8Array, rows: Uint8Array, lines: Lines): void {
  const { width, height, targetStart, targetStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    let at = (targetStart + y * targetStride) * 2;
    for (let x = 0; x < width; x++, i++, at += 2) {
      if (changed[i] === 0) continue;
      const value = countInFile(plane[i]);
      rows[at] = value >> 8;
      rows[at + 1] = value;
    }
  }
}

function write32(plane: Float32Array, changed: Uint8Array, rows: Uint8Array, lines: Lines): void {
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
  const { width, height, targetStart, targetStride } = lines;
  for (let y = 0, i = 0; y < height; y++) {
    let at = (targetStart + y * targetStride) * 4;
    for (let x = 0; x < width; x++, i++, at += 4) if (changed[i] === 1) view.setFloat32(at, plane[i]);
  }
}
