import type { Component } from './frame';

/**
 * From 64 coefficients to 8 by 8 samples, into the component's plane: the inverse cosine transform by Loeffler, Ligtenberg
 * and Moschytz (1989), 12 multiplications a row, in whole numbers of 13 bit behind the point.
 */
export function transformBlock(
  { plane, blocksAcross }: Component,
  coefficients: Int16Array,
  from: number,
  quantities: Uint16Array,
  blockX: number,
  blockY: number,
): void {
  const stride = blocksAcross * 8;
  const start = blockY * 8 * stride + blockX * 8;
  for (let column = 0; column < 8; column++) {
    let any = 0;
    for (let i = column; i < 64; i += 8) {
      work[i] = coefficients[from + i] * quantities[i];
      if (i > 7) any |= work[i];
    }
    if (any === 0) {
      const mean = work[column] << keptBits;
      for (let i = column; i < 64; i += 8) work[i] = mean;
    } else transformLine(work, column, 8, pointBits - keptBits);
  }
  for (let y = 0; y < 8; y++) {
    transformLine(work, y * 8, 1, pointBits + keptBits + 3);
    for (let x = 0, to = start + y * stride; x < 8; x++) plane[to + x] = work[y * 8 + x] + 128;
  }
}

const work = new Int32Array(64);
const pointBits = 13;
/** So many bits behind the point are kept between the two directions. */
const keptBits = 2;

const fixed = (value: number) => Math.round(value * (1 << pointBits));
const c0298 = fixed(0.298631336);
const c0390 = fixed(0.390180644);
const c0541 = fixed(0.5411961);
const c0765 = fixed(0.765366865);
const c0899 = fixed(0.899976223);
const c1175 = fixed(1.175875602);
const c1501 = fixed(1.50132111);
const c1847 = fixed(1.847759065);
const c1961 = fixed(1.96157056);
const c2053 = fixed(2.053119869);
const c2562 = fixed(2.562915447);
const c3072 = fixed(3.072711026);

/** Eight values in steps of `step`, in place; the result is rounded off by `shift` bits. */
function transformLine(values: Int32Array, at: number, step: number, shift: number): void {
  const half = 1 << (shift - 1);
  const a0 = values[at];
  const a1 = values[at + step];
  const a2 = values[at + 2 * step];
  const a3 = values[at + 3 * step];
  const a4 = values[at + 4 * step];
  const a5 = values[at + 5 * step];
  const a6 = values[at + 6 * step];
  const a7 = values[at + 7 * step];
  // the even ones: a rotation and two butterflies
  const turn = (a2 + a6) * c0541;
  const e2 = turn - a6 * c1847;
  const e3 = turn + a2 * c0765;
  const e0 = (a0 + a4) << pointBits;
  const e1 = (a0 - a4) << pointBits;
  const s0 = e0 + e3 + half;
  const s3 = e0 - e3 + half;
  const s1 = e1 + e2 + half;
  const s2 = e1 - e2 + half;
  // the odd ones
  const both = (a7 + a3 + a5 + a1) * c1175;
  const z1 = -(a7 + a1) * c0899;
  const z2 = -(a5 + a3) * c2562;
  const z3 = both - (a7 + a3) * c1961;
  const z4 = both - (a5 + a1) * c0390;
  const o7 = a7 * c0298 + z1 + z3;
  const o5 = a5 * c2053 + z2 + z4;
  const o3 = a3 * c3072 + z2 + z3;
  const o1 = a1 * c1501 + z1 + z4;
  values[at] = (s0 + o1) >> shift;
  values[at + 7 * step] = (s0 - o1) >> shift;
  values[at + step] = (s1 + o3) >> shift;
  values[at + 6 * step] = (s1 - o3) >> shift;
  values[at + 2 * step] = (s2 + o5) >> shift;
  values[at + 5 * step] = (s2 - o5) >> shift;
  values[at + 3 * step] = (s3 + o7) >> shift;
  values[at + 4 * step] = (s3 - o7) >> shift;
}
