import { asPart } from '../base/pieces';
import type { Sliced } from '../base/slices';

/**
 * What nearly every RGB profile is to another: one curve for all channels to linear light, a matrix, and the curve of
 * the other one, cut off at black and white. It is found from samples that somebody else has converted to sRGB.
 *
 * Interpolating between converted samples alone is off by twenty levels and more where colors leave the gamut, since
 * the cut is a kink in the middle of a cell; with the cut made here, little is left to interpolate.
 */
export interface MatrixModel {
  /** Linear light for `curve.length` equal steps from black to white. */
  readonly curve: Float32Array;
  /** Row by row, from linear light to linear sRGB. */
  readonly matrix: Float32Array;
}

/**
 * `grays`: what equal steps of gray became, in sRGB from 0 to 1. `given` and `converted`: three values a sample, from 0
 * to 1, before and after. Least squares over the samples that were not cut off, channel by channel.
 */
export function* fitMatrix(grays: Float32Array, given: Float32Array, converted: Float32Array): Sliced<MatrixModel> {
  const curve = grays.map(toLinear);
  const matrix = new Float32Array(9);
  for (let channel = 0; channel < 3; channel++) {
    const sums = new Float64Array(12);
    yield* asPart(addSamples(sums, curve, given, converted, channel), channel / 3, (channel + 1) / 3);
    matrix.set(solve(sums) ?? [0, 1, 2].map((i) => (i === channel ? 1 : 0)), channel * 3);
  }
  return { curve, matrix };
}

/** The share of linear light that an sRGB value stands for; both from 0 to 1. (IEC 61966-2-1.) */
export function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** The way back; what lies outside 0 to 1 is cut off. */
export function fromLinear(light: number): number {
  if (light <= 0) return 0;
  if (light >= 1) return 1;
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** The curve at a value from 0 to 1. */
export function lightAt(curve: Float32Array, value: number): number {
  const at = value * (curve.length - 1);
  const low = Math.min(curve.length - 2, Math.floor(at));
  return curve[low] + (curve[low + 1] - curve[low]) * (at - low);
}

const samplesPerPiece = 4096;
/** Values this near to black or white may have been cut off. */
const nearEnd = 0.012;

/** Adds to the normal equations: the upper 3 by 3 row by row, then the right side. */
function* addSamples(
  sums: Float64Array,
  curve: Float32Array,
  given: Float32Array,
  converted: Float32Array,
  channel: number,
): Sliced<void> {
  const light = [0, 0, 0];
  for (let at = 0; at < given.length; at += 3) {
    if (at % (samplesPerPiece * 3) === 0) yield at / given.length;
    const value = converted[at + channel];
    if (value < nearEnd || value > 1 - nearEnd) continue;
    for (let i = 0; i < 3; i++) light[i] = lightAt(curve, given[at + i]);
    const target = toLinear(value);
    // what is seen is the encoded value: a step of light counts as much as it shows
    const weight = steepness(target) ** 2;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) sums[i * 3 + j] += weight * light[i] * light[j];
      sums[9 + i] += weight * light[i] * target;
    }
  }
}

/** How fast the encoded value grows with the light. */
function steepness(light: number): number {
  return light <= 0.0031308 ? 12.92 : (1.055 / 2.4) * light ** (1 / 2.4 - 1);
}

/** Three equations by Cramer's rule; nothing where the samples do not say enough. */
function solve(sums: Float64Array): readonly number[] | undefined {
  const [a, b, c, d, e, f, g, h, i, x, y, z] = sums;
  const whole = determinant(a, b, c, d, e, f, g, h, i);
  if (Math.abs(whole) < 1e-9) return undefined;
  return [
    determinant(x, b, c, y, e, f, z, h, i) / whole,
    determinant(a, x, c, d, y, f, g, z, i) / whole,
    determinant(a, b, x, d, e, y, g, h, z) / whole,
  ];
}

function determinant(
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
  i: number,
): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
