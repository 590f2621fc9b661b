import { complete } from '../../../src/engine/complete';
import { type Raster, sRGB } from '../../../src/image/raster';
import { runNow } from '../../support/runNow';

/** Drawings of which every pixel in the hole is known, so that what must meet there can be counted. */
describe('a structure that crosses the hole', () => {
  it('is a line through a disc, and the line is whole', () => {
    expect(wrongShare((x, y) => (Math.abs(y - 0.4 * x - 30) < 3 ? 30 : 190), disc(80, 62, 20))).toBeLessThan(0.06);
  });

  it('is a grid, and its cells stay square', () => {
    expect(wrongShare((x, y) => (x % 12 < 2 || y % 12 < 2 ? 40 : 200), disc(80, 60, 22))).toBeLessThan(0.06);
  });

  it('is a horizon, and both halves meet', () => {
    expect(wrongShare((x, y) => (y < 58 ? 210 : 70) + grain(x, y), disc(80, 60, 24))).toBeLessThan(0.06);
  });

  it('is a fence before a meadow, and no post is lost', () => {
    const fence = (x: number, y: number) => (y > 40 && y < 90 && x % 16 < 5 ? 220 : 90 + 2 * grain(x, y));
    expect(wrongShare(fence, disc(80, 66, 18))).toBeLessThan(0.06);
  });
});

const width = 160;
const height = 120;

/** A fixed grain of 0 to 15 levels. */
function grain(x: number, y: number): number {
  return Math.imul(x * 374761393 + y * 668265263, 1274126177) >>> 28;
}

function disc(centerX: number, centerY: number, radius: number): Uint8Array {
  const hole = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (Math.hypot(x - centerX, y - centerY) < radius) hole[y * width + x] = 255;
  }
  return hole;
}

/** The share of the hole's pixels that are nearer to the drawing's other tone than to the true one. */
function wrongShare(draw: (x: number, y: number) => number, hole: Uint8Array): number {
  const truth = new Uint8Array(width * height);
  for (let at = 0; at < truth.length; at++) truth[at] = draw(at % width, Math.floor(at / width));
  const data = truth.map((value, at) => (hole[at] > 0 ? 255 : value));
  const source: Raster = { width, height, channels: 1, space: sRGB, data };
  const result = runNow(complete(source, { width, height, data: hole }, 1));
  let wrong = 0;
  let count = 0;
  for (let at = 0; at < truth.length; at++) {
    if (hole[at] === 0) continue;
    count++;
    if (Math.abs(result.data[at] - truth[at]) > 60) wrong++;
  }
  return wrong / count;
}
