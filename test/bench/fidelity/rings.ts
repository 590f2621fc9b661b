import type { Mask } from '../../../src/image/mask';
import type { Raster } from '../../../src/image/raster';
import { colorDifference, type LabColor } from '../../support/colorDifference';

/** Pixels of a square; how many lie around the mask. */
const [side, around] = [24, 1];
/** Of 255: a square of which so much is this light has lost what the wire could not carry, for good. */
const cutAt = 250;

/** The mean ΔE2000 between two pictures over squares of kept pixels that ring the mask, where the `answer` was not cut off. */
export function colorShift(source: Raster, patch: Raster, mask: Mask, answer: Raster): number {
  const squares = ringOf(mask).filter(([x, y]) => !isCut(answer, x, y));
  const sum = squares.reduce(
    (total, [x, y]) => total + colorDifference(meanLab(source, x, y), meanLab(patch, x, y)),
    0,
  );
  return sum / squares.length;
}

/** Squares in which nothing was to change, no more than a few from where something was. */
function ringOf({ width, height, data }: Mask): readonly (readonly [number, number])[] {
  const touches = (left: number, top: number, right: number, bottom: number) => {
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      for (let x = Math.max(0, left); x < Math.min(width, right); x++) if (data[y * width + x] > 0) return true;
    }
    return false;
  };
  const squares: (readonly [number, number])[] = [];
  for (let y = 0; y + side <= height; y += side) {
    for (let x = 0; x + side <= width; x += side) {
      const far = around * side;
      if (touches(x - far, y - far, x + side + far, y + side + far) && !touches(x, y, x + side, y + side))
        squares.push([x, y]);
    }
  }
  return squares;
}

function isCut({ width, data }: Raster, left: number, top: number): boolean {
  let cut = 0;
  for (let y = top; y < top + side; y++) {
    for (let at = (y * width + left) * 3, end = at + side * 3; at < end; at++) if (data[at] >= cutAt) cut++;
  }
  return cut > side * side * 0.1;
}

function meanLab({ width, data }: Raster, left: number, top: number): LabColor {
  const sums = [0, 0, 0];
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++)
      for (let k = 0; k < 3; k++) sums[k] += linear(data[(y * width + x) * 3 + k]);
  }
  const [r, g, b] = sums.map((sum) => sum / (side * side));
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function linear(level: number): number {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** What known tools do: mean and deviation of each channel as they were outside the mask. */
export function meanMatched(source: Raster, patch: Raster, { data: mask }: Mask): Raster {
  const data = new Uint8Array(patch.data.length);
  for (let channel = 0; channel < 3; channel++) {
    const [wanted, is] = [source, patch].map((picture) => momentsOf(picture, mask, channel));
    for (let at = channel; at < data.length; at += 3) {
      const value = ((patch.data[at] - is.mean) * wanted.deviation) / is.deviation + wanted.mean;
      data[at] = Math.min(255, Math.max(0, Math.round(value)));
    }
  }
  return { ...patch, data };
}

function momentsOf({ data }: Raster, mask: Mask['data'], channel: number) {
  let [count, sum, squares] = [0, 0, 0];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] > 0) continue;
    const value = data[i * 3 + channel];
    count++;
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  return { mean, deviation: Math.sqrt(squares / count - mean * mean) || 1 };
}
