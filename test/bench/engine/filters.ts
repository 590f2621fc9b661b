/** RGB, 8 bit, interleaved. */
export interface Planes {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function luma({ data }: Planes): Float32Array {
  const out = new Float32Array(data.length / 3);
  for (let i = 0; i < out.length; i++) out[i] = 0.299 * data[3 * i] + 0.587 * data[3 * i + 1] + 0.114 * data[3 * i + 2];
  return out;
}

/** Gaussian, edges mirrored. */
export function blur(values: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const reach = Math.ceil(4 * sigma);
  const taps = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const total = taps.reduce((sum, tap) => sum + tap, 0);
  const mirror = (i: number, size: number) => {
    const folded = i < 0 ? -1 - i : Math.min(i, 2 * size - 1 - i);
    return Math.min(size - 1, Math.max(0, folded));
  };
  const across = new Float32Array(values.length);
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = -reach; k <= reach; k++) sum += taps[k + reach] * values[y * width + mirror(x + k, width)];
      across[y * width + x] = sum / total;
    }
  }
  for (let y = 0; y < height; y++) {
    for (let k = -reach; k <= reach; k++) {
      const row = mirror(y + k, height) * width;
      const tap = taps[k + reach] / total;
      for (let x = 0; x < width; x++) out[y * width + x] += tap * across[row + x];
    }
  }
  return out;
}

/** Half the size, after a blur of one pixel. */
export function halfSize({ width, height, data }: Planes): Planes {
  const w = width >> 1;
  const h = height >> 1;
  const out = new Uint8Array(w * h * 3);
  for (let c = 0; c < 3; c++) {
    const plane = new Float32Array(width * height);
    for (let i = 0; i < plane.length; i++) plane[i] = data[3 * i + c];
    const soft = blur(plane, width, height, 1);
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x++) out[(y * w + x) * 3 + c] = soft[2 * y * width + 2 * x] + 0.5;
    }
  }
  return { width: w, height: h, data: out };
}

/** The picture at a smaller size (Lanczos, three lobes). */
export function shrink(picture: Planes, longSide: number): Planes {
  const scale = longSide / Math.max(picture.width, picture.height);
  if (scale >= 1) return picture;
  const w = Math.round(picture.width * scale);
  const h = Math.round(picture.height * scale);
  const across = resampleRows(picture.data, picture.width, picture.height, w);
  const turned = turn(across, w, picture.height);
  const both = resampleRows(turned, picture.height, w, h);
  const back = turn(both, h, w);
  return { width: w, height: h, data: Uint8Array.from(back, (value) => Math.min(255, Math.max(0, Math.round(value)))) };
}

function resampleRows(data: ArrayLike<number>, width: number, height: number, wanted: number): Float32Array {
  const out = new Float32Array(wanted * height * 3);
  const ratio = width / wanted;
  const reach = 3 * ratio;
  for (let x = 0; x < wanted; x++) {
    const center = (x + 0.5) * ratio - 0.5;
    const first = Math.max(0, Math.ceil(center - reach));
    const last = Math.min(width - 1, Math.floor(center + reach));
    const taps: number[] = [];
    for (let i = first; i <= last; i++) taps.push(lanczos((i - center) / ratio));
    const total = taps.reduce((sum, tap) => sum + tap, 0);
    for (let y = 0; y < height; y++) {
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let i = first; i <= last; i++) sum += taps[i - first] * data[(y * width + i) * 3 + c];
        out[(y * wanted + x) * 3 + c] = sum / total;
      }
    }
  }
  return out;
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= 3) return 0;
  const t = Math.PI * x;
  return (3 * Math.sin(t) * Math.sin(t / 3)) / (t * t);
}

function turn(data: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) out[(x * height + y) * 3 + c] = data[(y * width + x) * 3 + c];
    }
  }
  return out;
}
