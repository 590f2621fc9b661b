import { complete } from '../../../src/engine/complete';
import { createSheetSolver, solveSheet } from '../../../src/image/poisson';
import { sRGB } from '../../../src/image/raster';
import { runNow } from '../../support/runNow';
import type { Planes } from './filters';

/** Fills a hole: 255 in the mask. */
export type Fill = (source: Planes, hole: Uint8Array) => Planes;

/** A filled picture, with the seconds of the processor that it took. */
export interface Timed {
  readonly filled: Planes;
  readonly seconds: number;
}

export const fillByEngine: Fill = (source, hole) => {
  const { width, height } = source;
  const raster = { width, height, channels: 3, space: sRGB, data: source.data } as const;
  const { data } = runNow(complete(raster, { width, height, data: hole }, 1));
  return { width, height, data: Uint8Array.from(data) };
};

/** The smooth membrane over the hole (Laplace's equation), as a diffusion paints it: no texture at all. */
export const spanSmoothly: Fill = (source, hole) => {
  const { width, height } = source;
  const inside = hole.map((value) => (value > 0 ? 1 : 0));
  const data = source.data.slice();
  const solver = runNow(createSheetSolver({ width, height, inside, screen: 0 }));
  for (let c = 0; c < 3; c++) {
    solver.value.fill(0);
    for (let at = 0; at < inside.length; at++) {
      const x = at % width;
      let sum = 0;
      if (x > 0 && inside[at - 1] === 0) sum += source.data[(at - 1) * 3 + c];
      if (x + 1 < width && inside[at + 1] === 0) sum += source.data[(at + 1) * 3 + c];
      if (at >= width && inside[at - width] === 0) sum += source.data[(at - width) * 3 + c];
      if (at + width < inside.length && inside[at + width] === 0) sum += source.data[(at + width) * 3 + c];
      solver.right[at] = inside[at] > 0 ? sum : 0;
    }
    runNow(solveSheet(solver, 10));
    for (let at = 0; at < inside.length; at++) {
      if (inside[at] > 0) data[at * 3 + c] = Math.min(255, Math.max(0, Math.round(solver.value[at])));
    }
  }
  return { width, height, data };
};

/** Every pixel of the hole mirrors the known one across the nearest rim, left, right, up or down: no matching at all. */
export const copyNearest: Fill = (source, hole) => {
  const { width, height } = source;
  const data = source.data.slice();
  for (let at = 0; at < hole.length; at++) {
    if (hole[at] === 0) continue;
    const from = mirrored(hole, width, height, at);
    for (let c = 0; c < 3; c++) data[at * 3 + c] = source.data[from * 3 + c];
  }
  return { width, height, data };
};

function mirrored(hole: Uint8Array, width: number, height: number, at: number): number {
  const x = at % width;
  const y = (at - x) / width;
  for (let reach = 1; reach < Math.max(width, height); reach++) {
    for (const [right, down] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ]) {
      const rimX = x + right * reach;
      const rimY = y + down * reach;
      if (rimX < 0 || rimY < 0 || rimX >= width || rimY >= height || hole[rimY * width + rimX] > 0) continue;
      const farX = Math.min(width - 1, Math.max(0, rimX + right * (reach - 1)));
      const farY = Math.min(height - 1, Math.max(0, rimY + down * (reach - 1)));
      return hole[farY * width + farX] > 0 ? rimY * width + rimX : farY * width + farX;
    }
  }
  return at;
}
