import { decode, encode } from 'jpeg-js';
import { createRandom } from '../../../src/base/random';
import type { Raster } from '../../../src/image/raster';
import type { Size } from '../../../src/image/rect';
import type { Part } from '../../../src/image/resize';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { ceil, cos, exp, floor, max, min, round, sin, sqrt } = Math;

/** What a model did to a picture beside what it was asked for. */
export interface Distortion {
  readonly name: string;
  /** Share of the sides that the picture moved, and by how much it grew. */
  readonly move?: { readonly x?: number; readonly y?: number; readonly zoomX?: number; readonly zoomY?: number };
  /** Whole pixels instead of a share. */
  readonly pixels?: { readonly x: number; readonly y: number };
  /** Degrees around the middle. */
  readonly turn?: number;
  readonly gain?: readonly number[];
  readonly gamma?: readonly number[];
  /** How much brighter the right and the lower side are than the others. */
  readonly tint?: readonly [x: number, y: number];
  /** Pixels of a Gaussian. */
  readonly blur?: number;
  /** Levels. */
  readonly noise?: number;
  readonly jpeg?: number;
  /** The size that comes over the size sent. */
  readonly size?: readonly [number, number];
  /** Another framing: it must be told. */
  readonly isReframe?: true;
}

/** The distorted picture, and where in it the one that was sent lies, in its own pixels. */
export interface Distorted {
  readonly answer: Raster;
  readonly truth: Part;
}

export function distort(picture: Raster, distortion: Distortion, seed: number): Distorted {
  const { width, height } = picture;
  const [across, down] = distortion.size ?? [1, 1];
  const size = { width: round(width * across), height: round(height * down) };
  const truth = partOf(picture, size, distortion);
  const moved = resampled(
    distortion.blur ? blurred(picture, distortion.blur) : picture,
    truth,
    size,
    distortion.turn ?? 0,
  );
  const colored = recolored(moved, distortion, createRandom(seed));
  return { answer: distortion.jpeg === undefined ? colored : throughJpeg(colored, distortion.jpeg), truth };
}

function partOf({ width, height }: Size, size: Size, { move = {}, pixels = { x: 0, y: 0 } }: Distortion): Part {
  const { x = 0, y = 0, zoomX = 1, zoomY = move.zoomX ?? 1 } = move;
  const [across, down] = [(size.width / width) * zoomX, (size.height / height) * zoomY];
  return {
    left: (size.width - width * across) / 2 + x * size.width + pixels.x,
    top: (size.height - height * down) / 2 + y * size.height + pixels.y,
    width: width * across,
    height: height * down,
  };
}

/** Catmull and Rom's cubic between pixels; beyond the picture it goes on as it ended. */
function resampled({ width, height, space, data }: Raster, part: Part, size: Size, turn: number): Raster {
  const out = new Uint8Array(size.width * size.height * 3);
  const [sine, cosine] = [sin((turn * Math.PI) / 180), cos((turn * Math.PI) / 180)];
  const weigh = (t: number) => [
    ((2 - t) * t - 1) * t * 0.5,
    ((3 * t - 5) * t * t + 2) * 0.5,
    ((4 - 3 * t) * t + 1) * t * 0.5,
    (t - 1) * t * t * 0.5,
  ];
  for (let y = 0, at = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++, at += 3) {
      const u = ((x + 0.5 - part.left) * width) / part.width - width / 2;
      const v = ((y + 0.5 - part.top) * height) / part.height - height / 2;
      const px = width / 2 + u * cosine - v * sine - 0.5;
      const py = height / 2 + u * sine + v * cosine - 0.5;
      const [left, top] = [floor(px), floor(py)];
      const [wx, wy] = [weigh(px - left), weigh(py - top)];
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let j = 0; j < 4; j++) {
          const row = min(height - 1, max(0, top - 1 + j)) * width;
          for (let i = 0; i < 4; i++) {
            sum += wx[i] * wy[j] * data[(row + min(width - 1, max(0, left - 1 + i))) * 3 + channel];
          }
        }
        out[at + channel] = min(255, max(0, round(sum)));
      }
    }
  }
  return { ...size, channels: 3, space, data: out };
}

function blurred(picture: Raster, sigma: number): Raster {
  const { width, height, data } = picture;
  const reach = ceil(3 * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pass = (from: ArrayLike<number>, dx: number, dy: number) => {
    const to = new Float32Array(from.length);
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (let channel = 0; channel < 3; channel++, at++) {
          let sum = 0;
          for (let k = -reach; k <= reach; k++) {
            const column = min(width - 1, max(0, x + k * dx));
            const row = min(height - 1, max(0, y + k * dy));
            sum += weights[k + reach] * from[(row * width + column) * 3 + channel];
          }
          to[at] = sum / total;
        }
      }
    }
    return to;
  };
  return { ...picture, data: Uint8Array.from(pass(pass(data, 1, 0), 0, 1), Math.round) };
}

function recolored(picture: Raster, distortion: Distortion, random: { share(): number }): Raster {
  const { gain = [1, 1, 1], gamma = [1, 1, 1], tint = [0, 0], noise = 0 } = distortion;
  const { width, height, data } = picture;
  const out = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const field = 1 + tint[0] * (x / width - 0.5) + tint[1] * (y / height - 0.5);
      for (let channel = 0; channel < 3; channel++, at++) {
        const value = (data[at] / 255) ** gamma[channel] * gain[channel] * field * 255;
        const grain = noise * (random.share() + random.share() + random.share() + random.share() - 2) * sqrt(3);
        out[at] = min(255, max(0, round(value + grain)));
      }
    }
  }
  return { ...picture, data: out };
}

function throughJpeg(picture: Raster, quality: number): Raster {
  const { width, height, data } = picture;
  const four = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0, at = 0; i < data.length; i += 3, at += 4) for (let k = 0; k < 3; k++) four[at + k] = data[i + k];
  const { data: decoded } = decode(encode({ width, height, data: four }, quality).data, {
    useTArray: true,
    formatAsRGBA: false,
  });
  return { ...picture, data: Uint8Array.from(decoded) };
}
