import { createRandom } from '../../../src/base/random';
import { blur, halfSize, luma, type Planes } from './filters';

/** How well a hole was filled, measured inside it against the picture that was there. */
export interface Score {
  /** dB over the hole; rewards blur. Higher is better. */
  readonly psnr: number;
  /** Mean structural similarity of the luma over the hole. Higher is better. */
  readonly ssim: number;
  /** Spread of the similarity of gradients. Lower is better. */
  readonly gmsd: number;
  /** Sliced Wasserstein distance of 7×7 patches at three scales, × 1000: texture and structure. Lower is better. */
  readonly swd: number;
  /** The same without each patch's mean color: texture only. */
  readonly tex: number;
  /** Fine detail in the hole, filled against true. 1 is right. */
  readonly sharp: number;
  /** Fine detail in the hole against a ring around it. 1 is right. */
  readonly ring: number;
  /** Steps across the hole's border, filled against true. 1 is right. */
  readonly seam: number;
}

/** `filled` and `truth`: RGB, 8 bit, interleaved; `hole`: 1 where it was filled. */
export function score(filled: Planes, truth: Planes, hole: Uint8Array): Score {
  const { width, height } = truth;
  const own = luma(filled);
  const real = luma(truth);
  const [swd, tex] = slicedDistance(filled, truth, hole);
  return {
    psnr: psnrOf(filled, truth, hole),
    ssim: ssimOf(own, real, width, height, hole),
    gmsd: gradientSpread(own, real, width, height, hole),
    swd,
    tex,
    ...detailOf(own, real, width, height, hole),
    seam: seamOf(own, real, width, hole),
  };
}

function psnrOf(filled: Planes, truth: Planes, hole: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < hole.length; i++) {
    if (hole[i] === 0) continue;
    for (let c = 0; c < 3; c++) sum += (filled.data[i * 3 + c] - truth.data[i * 3 + c]) ** 2;
    count += 3;
  }
  return 10 * Math.log10(65025 / Math.max(1e-9, sum / count));
}

function ssimOf(a: Float32Array, b: Float32Array, width: number, height: number, hole: Uint8Array): number {
  const smooth = (values: Float32Array) => blur(values, width, height, 1.5);
  const product = (p: Float32Array, q: Float32Array) => p.map((value, i) => value * q[i]);
  const [ma, mb] = [smooth(a), smooth(b)];
  const [aa, bb, ab] = [smooth(product(a, a)), smooth(product(b, b)), smooth(product(a, b))];
  const c1 = 6.5025;
  const c2 = 58.5225;
  return meanOver(hole, (i) => {
    const va = aa[i] - ma[i] * ma[i];
    const vb = bb[i] - mb[i] * mb[i];
    const cov = ab[i] - ma[i] * mb[i];
    return ((2 * ma[i] * mb[i] + c1) * (2 * cov + c2)) / ((ma[i] ** 2 + mb[i] ** 2 + c1) * (va + vb + c2));
  });
}

function gradientSpread(a: Float32Array, b: Float32Array, width: number, height: number, hole: Uint8Array): number {
  const w = width >> 1;
  const h = height >> 1;
  const halved = (values: Float32Array) => {
    const half = new Float32Array(w * h);
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x++) {
        const at = 2 * y * width + 2 * x;
        half[y * w + x] = (values[at] + values[at + 1] + values[at + width] + values[at + width + 1]) / 4;
      }
    }
    return half;
  };
  const steepness = (v: Float32Array, i: number) => {
    const across = v[i - w + 1] + v[i + 1] + v[i + w + 1] - v[i - w - 1] - v[i - 1] - v[i + w - 1];
    const down = v[i + w - 1] + v[i + w] + v[i + w + 1] - v[i - w - 1] - v[i - w] - v[i - w + 1];
    return Math.hypot(across, down) / 3;
  };
  const [ha, hb] = [halved(a), halved(b)];
  const similar: number[] = [];
  for (let y = 1; y < h - 1; y++) {
    for (let x = 1; x < w - 1; x++) {
      if (hole[2 * y * width + 2 * x] === 0) continue;
      const ga = steepness(ha, y * w + x);
      const gb = steepness(hb, y * w + x);
      similar.push((2 * ga * gb + 170) / (ga * ga + gb * gb + 170));
    }
  }
  const mean = similar.reduce((sum, value) => sum + value, 0) / Math.max(1, similar.length);
  return Math.sqrt(similar.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, similar.length));
}

function detailOf(a: Float32Array, b: Float32Array, width: number, height: number, hole: Uint8Array) {
  const power = (values: Float32Array) => blur(values, width, height, 1.5).map((v, i) => (values[i] - v) ** 2);
  const [pa, pb] = [power(a), power(b)];
  const outside = hole.map((value) => 1 - value);
  const inner = grown(outside, width, height, 2).map((value) => 1 - value);
  const wide = grown(hole, width, height, 24);
  const near = grown(hole, width, height, 2);
  const ring = wide.map((value, i) => value & (1 - near[i]));
  const within = inner.includes(1) ? inner : hole;
  const filled = meanOver(within, (i) => pa[i]);
  return {
    sharp: Math.sqrt(
      filled /
        Math.max(
          1e-3,
          meanOver(within, (i) => pb[i]),
        ),
    ),
    ring: Math.sqrt(
      filled /
        Math.max(
          1e-3,
          meanOver(ring, (i) => pb[i]),
        ),
    ),
  };
}

/** Grown by `steps` in the four directions. */
function grown(flags: Uint8Array, width: number, height: number, steps: number): Uint8Array {
  let now = flags;
  for (let step = 0; step < steps; step++) {
    const next = now.slice();
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const i = y * width + x;
        if (now[i] === 0) continue;
        if (x > 0) next[i - 1] = 1;
        if (x + 1 < width) next[i + 1] = 1;
        if (y > 0) next[i - width] = 1;
        if (y + 1 < height) next[i + width] = 1;
      }
    }
    now = next;
  }
  return now;
}

function seamOf(a: Float32Array, b: Float32Array, width: number, hole: Uint8Array): number {
  let own = 1e-6;
  let real = 1e-6;
  for (const step of [1, width]) {
    for (let i = 0; i + step < hole.length; i++) {
      if (hole[i] === hole[i + step] || (step === 1 && i % width === width - 1)) continue;
      own += Math.abs(a[i + step] - a[i]);
      real += Math.abs(b[i + step] - b[i]);
    }
  }
  return own / real;
}

function meanOver(flags: Uint8Array, value: (i: number) => number): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < flags.length; i++) {
    if (flags[i] === 0) continue;
    sum += value(i);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

const side = 7;
const values = side * side * 3;
const patches = 2048;
const directions = 64;

/** Distance of the patches' distributions, whole and without their mean color, both × 1000. */
function slicedDistance(filled: Planes, truth: Planes, hole: Uint8Array): [number, number] {
  const random = createRandom(1);
  let pair: [Planes, Planes] = [filled, truth];
  let mask = hole;
  const found: [number, number][] = [];
  for (let scale = 0; scale < 3; scale++) {
    if (scale > 0) {
      const { width } = pair[0];
      pair = [halfSize(pair[0]), halfSize(pair[1])];
      const coarser = new Uint8Array(pair[0].width * pair[0].height);
      for (let i = 0; i < coarser.length; i++) {
        const x = i % pair[0].width;
        const y = (i - x) / pair[0].width;
        coarser[i] = mask[2 * y * width + 2 * x];
      }
      mask = coarser;
    }
    const { width, height } = pair[0];
    const centers: number[] = [];
    for (let y = 3; y < height - 3; y++) {
      for (let x = 3; x < width - 3; x++) if (mask[y * width + x] > 0) centers.push(y * width + x);
    }
    if (centers.length < 32) continue;
    const chosen = Array.from({ length: patches }, () => centers[random.below(centers.length)]);
    found.push(distanceAt(pair[0], pair[1], chosen, random));
  }
  const mean = (k: 0 | 1) => (1000 * found.reduce((sum, both) => sum + both[k], 0)) / Math.max(1, found.length);
  return [mean(0), mean(1)];
}

function distanceAt(a: Planes, b: Planes, centers: readonly number[], random: { share(): number }): [number, number] {
  const pa = patchesOf(a, centers);
  const pb = patchesOf(b, centers);
  const [ca, cb] = [withoutMean(pa), withoutMean(pb)];
  let whole = 0;
  let texture = 0;
  for (let k = 0; k < directions; k++) {
    const direction = unitVector(random);
    whole += sortedGap(projected(pa, direction), projected(pb, direction));
    texture += sortedGap(projected(ca, direction), projected(cb, direction));
  }
  return [whole / directions, texture / directions];
}

function patchesOf({ width, data }: Planes, centers: readonly number[]): Float32Array {
  const all = new Float32Array(centers.length * values);
  let next = 0;
  for (const center of centers) {
    for (let j = -3; j <= 3; j++) {
      const start = (center + j * width - 3) * 3;
      for (let i = 0; i < side * 3; i++) all[next++] = data[start + i] / 255;
    }
  }
  return all;
}

function withoutMean(all: Float32Array): Float32Array {
  const centered = new Float32Array(all.length);
  for (let start = 0; start < all.length; start += values) {
    for (let c = 0; c < 3; c++) {
      let mean = 0;
      for (let i = c; i < values; i += 3) mean += all[start + i];
      mean /= side * side;
      for (let i = c; i < values; i += 3) centered[start + i] = all[start + i] - mean;
    }
  }
  return centered;
}

function unitVector(random: { share(): number }): Float32Array {
  const vector = new Float32Array(values);
  let sum = 0;
  for (let i = 0; i < values; i++) {
    vector[i] = Math.sqrt(-2 * Math.log(1 - random.share())) * Math.cos(2 * Math.PI * random.share());
    sum += vector[i] ** 2;
  }
  return vector.map((value) => value / Math.sqrt(sum));
}

function projected(all: Float32Array, direction: Float32Array): Float32Array {
  const out = new Float32Array(all.length / values);
  for (let n = 0; n < out.length; n++) {
    let sum = 0;
    for (let i = 0; i < values; i++) sum += all[n * values + i] * direction[i];
    out[n] = sum;
  }
  return out.sort();
}

function sortedGap(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
  return sum / a.length;
}
