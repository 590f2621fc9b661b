import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import { type Raster, sRGB } from '../raster';
import type { Component, Frame } from './frame';
import { upsampleRow } from './upsampleRow';

/** How the three colors of a file lead to red, green and blue. */
export type ColorTransform = 'none' | 'from-ycc';

/** The raster of a frame whose samples are complete: gray, or RGB. */
export function* colorsOf(frame: Frame, transform: ColorTransform): Sliced<Raster> {
  const { width, height, components } = frame;
  const channels = components.length === 1 ? 1 : 3;
  const data = new Uint8Array(width * height * channels);
  // the same memory, where what is too dark or too light is cut off
  const cut = new Uint8ClampedArray(data.buffer);
  const rows = components.map(() => new Uint8Array(width));
  const sums = new Int16Array(width + 8);
  const piece = Math.max(1, Math.floor(rowsPerPiece(width * channels, 8)));
  for (let y = 0; y < height; y++) {
    components.forEach((component, i) => {
      readRow(rows[i], frame, component, y, sums);
    });
    const to = y * width * channels;
    if (channels === 1) data.set(rows[0], to);
    else if (transform === 'from-ycc') writeYcc(cut, to, rows[0], rows[1], rows[2]);
    else writeRgb(data, to, rows[0], rows[1], rows[2]);
    if (y % piece === 0) yield y / height;
  }
  const space = channels === 1 ? { model: 'gray' as const, profile: '' } : sRGB;
  return { width, height, channels, space, data };
}

function readRow(row: Uint8Array, frame: Frame, component: Component, y: number, sums: Int16Array): void {
  const ratioAcross = frame.across / component.across;
  const ratioDown = frame.down / component.down;
  if (ratioAcross === 1 && ratioDown === 1) {
    const start = y * component.blocksAcross * 8;
    row.set(component.plane.subarray(start, start + row.length));
  } else upsampleRow(row, component, y, ratioAcross, ratioDown, sums);
}

function writeRgb(data: Uint8Array, at: number, red: Uint8Array, green: Uint8Array, blue: Uint8Array): void {
  for (let x = 0, to = at; x < red.length; x++) {
    data[to++] = red[x];
    data[to++] = green[x];
    data[to++] = blue[x];
  }
}

/** JFIF's conversion, rounded as it stands there. */
function writeYcc(data: Uint8ClampedArray, at: number, light: Uint8Array, blues: Uint8Array, reds: Uint8Array): void {
  for (let x = 0, to = at; x < light.length; x++) {
    const y = light[x];
    const cb = blues[x];
    const cr = reds[x];
    data[to++] = y + redOf[cr];
    data[to++] = y + ((greenOfBlue[cb] + greenOfRed[cr]) >> 16);
    data[to++] = y + blueOf[cb];
  }
}

const byValue = (of: (value: number) => number) => Int32Array.from({ length: 256 }, (_, i) => Math.round(of(i - 128)));
const redOf = byValue((value) => value * 1.402);
const blueOf = byValue((value) => value * 1.772);
const greenOfBlue = byValue((value) => -Math.round(0.34414 * 65536) * value);
const greenOfRed = byValue((value) => -Math.round(0.71414 * 65536) * value + 32768);
