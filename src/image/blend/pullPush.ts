// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { max, min } = Math;

/** Values on a grid, and how much each is known, 0 to 1. */
export interface Known {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  readonly weights: Float32Array;
}

/**
 * Values everywhere, from what is known of them: where less is known, more comes from a wider average. For small grids: it
 * runs in one go. (Gortler, Grzeszczuk, Szeliski and Cohen, The lumigraph, 1996: pull and push.)
 */
export function pullPush({ width, height, values, weights }: Known): Float32Array {
  if (width === 1 && height === 1) return values;
  const coarse = pulled({ width, height, values, weights });
  const wide = pullPush(coarse);
  const out = new Float32Array(values.length);
  for (let y = 0, at = 0; y < height; y++) {
    const onY = min(coarse.height - 1, max(0, y / 2 - 0.25));
    const top = onY | 0;
    const low = top * coarse.width;
    const high = min(coarse.height - 1, top + 1) * coarse.width;
    for (let x = 0; x < width; x++, at++) {
      const onX = min(coarse.width - 1, max(0, x / 2 - 0.25));
      const left = onX | 0;
      const right = min(coarse.width - 1, left + 1);
      const across = onX - left;
      const above = wide[low + left] + (wide[low + right] - wide[low + left]) * across;
      const below = wide[high + left] + (wide[high + right] - wide[high + left]) * across;
      const guess = above + (below - above) * (onY - top);
      out[at] = values[at] * weights[at] + guess * (1 - weights[at]);
    }
  }
  return out;
}

function pulled({ width, height, values, weights }: Known): Known {
  const [columns, rows] = [(width + 1) >> 1, (height + 1) >> 1];
  const half = {
    width: columns,
    height: rows,
    values: new Float32Array(columns * rows),
    weights: new Float32Array(columns * rows),
  };
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const to = (y >> 1) * columns + (x >> 1);
      half.values[to] += values[at] * weights[at];
      half.weights[to] += weights[at];
    }
  }
  for (let i = 0; i < half.values.length; i++) {
    if (half.weights[i] > 0) half.values[i] /= half.weights[i];
    half.weights[i] = min(1, half.weights[i]);
  }
  return half;
}
