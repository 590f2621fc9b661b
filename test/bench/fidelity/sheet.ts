import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { encode } from 'fast-png';
import type { Mask } from '../../../src/image/mask';
import type { Raster } from '../../../src/image/raster';

/** One case: before, as a known tool pastes the answer, as it is placed. */
export type Triple = readonly [before: Raster, pasted: Raster, placed: Raster];

/** Pixels of a pane's side, how much they are enlarged, and the gap between panes. */
const [side, times, gap] = [56, 4, 6];
const columns = 4;

/** Writes cases at 400 % around the right edge of their masks, four in a row. */
export function writeSheet(path: string, cases: readonly { readonly triple: Triple; readonly mask: Mask }[]): void {
  const pane = side * times;
  const width = columns * (3 * pane + 2 + gap) - gap;
  const height = Math.ceil(cases.length / columns) * (pane + gap) - gap;
  const data = new Uint8Array(width * height * 3).fill(255);
  for (const [index, { triple, mask }] of cases.entries()) {
    const [left, top] = [(index % columns) * (3 * pane + 2 + gap), Math.floor(index / columns) * (pane + gap)];
    const corner = edgeOf(mask);
    for (const [k, picture] of triple.entries()) enlarge(data, width, left + k * (pane + 1), top, picture, corner);
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, encode({ width, height, data, channels: 3, depth: 8 }));
}

/** The corner of a pane whose middle is where the mask ends, up and to the right of its own middle. */
function edgeOf({ width, height, data }: Mask): readonly [number, number] {
  const y = Math.round(height * 0.42);
  let x = width - 1;
  while (x > 0 && data[y * width + x] < 128) x--;
  const clamp = (at: number, most: number) => Math.max(0, Math.min(most - side, at - side / 2));
  return [clamp(x, width), clamp(y, height)];
}

function enlarge(
  to: Uint8Array,
  width: number,
  left: number,
  top: number,
  from: Raster,
  [x0, y0]: readonly [number, number],
): void {
  for (let y = 0; y < side * times; y++) {
    for (let x = 0; x < side * times; x++) {
      const at = ((y0 + Math.floor(y / times)) * from.width + x0 + Math.floor(x / times)) * 3;
      for (let k = 0; k < 3; k++) to[((top + y) * width + left + x) * 3 + k] = from.data[at + k];
    }
  }
}
