import type { Sliced } from '../../base/slices';
import type { EmbeddedColor } from '../embeddedColor';
import { fromLinear } from '../matrixModel';
import { rowsPerPiece } from '../pieces';
import { quickFromLinear } from '../quickSrgb';
import { fullScaleOf, type Raster, samplesLike, sRGB } from '../raster';
import { inverted, type Matrix, multiplied, primariesToXyz, srgbToXyz } from './primaries';
import { type Curve, type ProfileModel, readProfile } from './readProfile';

/**
 * A gray, RGB or RGBA raster of 8 or 16 bit in sRGB, by what its file says about its colors; bit for bit the same where that is
 * sRGB already, or nothing. Answers `host` where only the host's color engine can convert.
 */
export function* toSrgb(raster: Raster, color: EmbeddedColor): Sliced<Raster | 'host'> {
  const inSrgb: Raster = { ...raster, space: raster.channels < 3 ? raster.space : sRGB };
  const model = modelOf(color);
  if (!model) return inSrgb;
  if (model.kind === 'host') return 'host';
  // a profile of other channels than the picture's says nothing about it
  if ((model.kind === 'gray') !== raster.channels < 3) return inSrgb;
  const conversion = model.kind === 'gray' ? fromGray(model.curve) : fromMatrix(model.curves, model.toXyz);
  if (!conversion || isSame(conversion)) return inSrgb;
  return yield* converted(inSrgb, conversion);
}

function modelOf(color: EmbeddedColor): ProfileModel | undefined {
  if (color.kind === 'profile') return readProfile(color.bytes);
  if (color.kind !== 'gamma' || isUsual(color.exponent, color.primaries)) return undefined;
  const toXyz = primariesToXyz(color.primaries);
  if (!toXyz) return undefined;
  const curve: Curve = (value) => value ** color.exponent;
  return { kind: 'matrix', curves: [curve, curve, curve], toXyz };
}

const srgbPrimaries = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06];

/** An exponent of 2.2 with the primaries of sRGB is how files that cannot name sRGB say it. */
function isUsual(exponent: number, primaries: readonly number[]): boolean {
  return Math.abs(exponent - 2.2) < 0.01 && primaries.every((value, i) => Math.abs(value - srgbPrimaries[i]) < 0.002);
}

/** Light by each channel's curve, then a matrix to sRGB's light. */
interface Conversion {
  readonly curves: readonly Curve[];
  readonly matrix: Matrix;
}

function fromGray(curve: Curve): Conversion {
  return { curves: [curve], matrix: [1] };
}

function fromMatrix(curves: readonly Curve[], toXyz: Matrix): Conversion | undefined {
  const fromXyz = inverted(srgbToXyz);
  return fromXyz && { curves, matrix: multiplied(fromXyz, toXyz) };
}

/** Whether no color of 8 bit, of a coarse grid and all grays, moves by more than a level. */
function isSame(conversion: Conversion): boolean {
  const grays = Array.from({ length: 256 }, (_, value) => [value, value, value]);
  const steps = [0, 51, 102, 153, 204, 255];
  const grid = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => [red, green, blue])));
  return [...grays, ...(conversion.curves.length === 1 ? [] : grid)].every((color) => {
    const moved = convertedColor(conversion, color);
    return moved.every((value, i) => Math.abs(value - color[i]) <= 1);
  });
}

function convertedColor({ curves, matrix }: Conversion, color: readonly number[]): readonly number[] {
  const light = curves.map((curve, i) => curve(color[i] / 255));
  return curves.map((_, row) => {
    const sum = light.reduce((total, value, i) => total + value * matrix[row * curves.length + i], 0);
    return fromLinear(sum) * 255;
  });
}

function* converted(raster: Raster, { curves, matrix }: Conversion): Sliced<Raster> {
  const { width, height, channels, data } = raster;
  const full = fullScaleOf(data);
  const tables: Float32Array[] = [];
  for (const curve of curves) {
    tables.push(Float32Array.from({ length: full + 1 }, (_, value) => curve(value / full)));
    yield 0;
  }
  const result = samplesLike(data, data.length);
  const samplesAPiece = rowsPerPiece(width * channels, 6) * width * channels;
  for (let start = 0; start < width * height * channels; start += samplesAPiece) {
    const end = Math.min(width * height * channels, start + samplesAPiece);
    if (channels < 3) convertGrays(result, data, start, end, channels, tables[0], full);
    else convertColors(result, data, start, end, channels, tables[0], tables[1], tables[2], matrix, full);
    yield start / data.length;
  }
  return { ...raster, data: result };
}

type Samples = Raster['data'];

function convertGrays(
  to: Samples,
  from: Samples,
  start: number,
  end: number,
  channels: number,
  curve: Float32Array,
  full: number,
): void {
  for (let i = start; i < end; i += channels) {
    to[i] = quickFromLinear(curve[from[i]]) * full + 0.5;
    if (channels === 2) to[i + 1] = from[i + 1];
  }
}

function convertColors(
  to: Samples,
  from: Samples,
  start: number,
  end: number,
  channels: number,
  reds: Float32Array,
  greens: Float32Array,
  blues: Float32Array,
  matrix: Matrix,
  full: number,
): void {
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = matrix;
  for (let i = start; i < end; i += channels) {
    const red = reds[from[i]];
    const green = greens[from[i + 1]];
    const blue = blues[from[i + 2]];
    to[i] = quickFromLinear(m0 * red + m1 * green + m2 * blue) * full + 0.5;
    to[i + 1] = quickFromLinear(m3 * red + m4 * green + m5 * blue) * full + 0.5;
    to[i + 2] = quickFromLinear(m6 * red + m7 * green + m8 * blue) * full + 0.5;
    if (channels === 4) to[i + 3] = from[i + 3];
  }
}
