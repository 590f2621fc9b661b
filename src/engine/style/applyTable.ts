import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import type { Mask } from '../../image/mask';
import { fromLinear, toLinear } from '../../image/matrixModel';
import { rowsPerPiece } from '../../image/pieces';
import { quickFromLinear } from '../../image/quickSrgb';
import { fullScaleOf, type Raster, samplesLike, type Samples } from '../../image/raster';
import { cubeSide, curveSide } from './colorTable';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { floor, imul, max } = Math;

/**
 * Every color of a picture through a table, where the mask, if there is one, is not 0. At 8 bit the steps are hidden by
 * noise of one level, the same every time. Alpha is kept.
 */
export function* applyTable(picture: Raster, table: Float32Array, mask: Mask | undefined): Sliced<Raster> {
  const { width, height, channels, data } = picture;
  const result = samplesLike(data, data.length);
  const kernel = kernelFor(picture);
  yield* inPieces(height, rowsPerPiece(width, 8), (from, to) => {
    result.set(data.subarray(from * width * channels, to * width * channels), from * width * channels);
    kernel(result, data, channels, table, mask?.data, from * width, to * width);
  });
  return { ...picture, data: result };
}

type Kernel = (
  result: Samples,
  data: Samples,
  channels: number,
  table: Float32Array,
  mask: Mask['data'] | undefined,
  start: number,
  end: number,
) => void;

function kernelFor({ channels, data }: Raster): Kernel {
  if (data instanceof Float32Array) return channels < 3 ? mapGrayLight : mapLight;
  return channels < 3 ? mapGray : mapColors;
}

const last = cubeSide - 1;
const green = cubeSide * 3;
const blue = cubeSide * green;

function mapColors(
  result: Samples,
  data: Samples,
  channels: number,
  table: Float32Array,
  mask: Mask['data'] | undefined,
  start: number,
  end: number,
): void {
  const full = fullScaleOf(data);
  const scale = last / full;
  const isDithered = full === 255;
  for (let pixel = start; pixel < end; pixel++) {
    if (mask !== undefined && mask[pixel] === 0) continue;
    const at = pixel * channels;
    const r = data[at] * scale;
    const g = data[at + 1] * scale;
    const b = data[at + 2] * scale;
    const ri = r < last ? r | 0 : last - 1;
    const gi = g < last ? g | 0 : last - 1;
    const bi = b < last ? b | 0 : last - 1;
    const fr = r - ri;
    const fg = g - gi;
    const fb = b - bi;
    const low = ri * 3 + gi * green + bi * blue;
    const high = low + 3 + green + blue;
    // the two corners between, and the weights of all four: the tetrahedron that holds the color
    let one = 0;
    let two = 0;
    let wl = 0;
    let w1 = 0;
    let w2 = 0;
    let wh = 0;
    if (fr >= fg) {
      if (fg >= fb) {
        one = low + 3;
        two = one + green;
        wl = 1 - fr;
        w1 = fr - fg;
        w2 = fg - fb;
        wh = fb;
      } else if (fr >= fb) {
        one = low + 3;
        two = one + blue;
        wl = 1 - fr;
        w1 = fr - fb;
        w2 = fb - fg;
        wh = fg;
      } else {
        one = low + blue;
        two = one + 3;
        wl = 1 - fb;
        w1 = fb - fr;
        w2 = fr - fg;
        wh = fg;
      }
    } else if (fr >= fb) {
      one = low + green;
      two = one + 3;
      wl = 1 - fg;
      w1 = fg - fr;
      w2 = fr - fb;
      wh = fb;
    } else if (fg >= fb) {
      one = low + green;
      two = one + blue;
      wl = 1 - fg;
      w1 = fg - fb;
      w2 = fb - fr;
      wh = fr;
    } else {
      one = low + blue;
      two = one + green;
      wl = 1 - fb;
      w1 = fb - fg;
      w2 = fg - fr;
      wh = fr;
    }
    const noise = isDithered ? noiseAt(pixel) : 0.5;
    result[at] = (wl * table[low] + w1 * table[one] + w2 * table[two] + wh * table[high]) * full + noise;
    result[at + 1] =
      (wl * table[low + 1] + w1 * table[one + 1] + w2 * table[two + 1] + wh * table[high + 1]) * full + noise;
    result[at + 2] =
      (wl * table[low + 2] + w1 * table[one + 2] + w2 * table[two + 2] + wh * table[high + 2]) * full + noise;
  }
}

function mapGray(
  result: Samples,
  data: Samples,
  channels: number,
  table: Float32Array,
  mask: Mask['data'] | undefined,
  start: number,
  end: number,
): void {
  const full = fullScaleOf(data);
  const isDithered = full === 255;
  for (let pixel = start; pixel < end; pixel++) {
    if (mask !== undefined && mask[pixel] === 0) continue;
    const at = pixel * channels;
    result[at] = onCurve(table, data[at] / full) * full + (isDithered ? noiseAt(pixel) : 0.5);
  }
}

function onCurve(table: Float32Array, share: number): number {
  const place = share * (curveSide - 1);
  const low = place < curveSide - 1 ? floor(place) : curveSide - 2;
  return table[low] + (table[low + 1] - table[low]) * (place - low);
}

/** Light beyond white keeps its color and its distance: what is looked up is the color, scaled to white at most. */
function mapLight(
  result: Samples,
  data: Samples,
  channels: number,
  table: Float32Array,
  mask: Mask['data'] | undefined,
  start: number,
  end: number,
): void {
  const bent = new Float32Array(3);
  const mapped = new Float32Array(3);
  for (let pixel = start; pixel < end; pixel++) {
    if (mask !== undefined && mask[pixel] === 0) continue;
    const at = pixel * channels;
    const beyond = max(1, data[at], data[at + 1], data[at + 2]);
    for (let i = 0; i < 3; i++) bent[i] = quickFromLinear(data[at + i] / beyond);
    mapColors(mapped, bent, 3, table, undefined, 0, 1);
    for (let i = 0; i < 3; i++) {
      const below = data[at + i] < 0 ? data[at + i] : 0;
      result[at + i] = toLinear(max(0, mapped[i] - 0.5)) * beyond + below;
    }
  }
}

function mapGrayLight(
  result: Samples,
  data: Samples,
  channels: number,
  table: Float32Array,
  mask: Mask['data'] | undefined,
  start: number,
  end: number,
): void {
  for (let pixel = start; pixel < end; pixel++) {
    if (mask !== undefined && mask[pixel] === 0) continue;
    const light = data[pixel * channels];
    const beyond = max(1, light);
    const mapped = onCurve(table, fromLinear(light / beyond));
    result[pixel * channels] = toLinear(max(0, mapped)) * beyond + (light < 0 ? light : 0);
  }
}

/** 0 to 1, without a pattern: the last mixing step of MurmurHash3 (Appleby). */
function noiseAt(pixel: number): number {
  let bits = imul(pixel + 1, 0x9e3779b1);
  bits = imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 8) / 0x1000000;
}
