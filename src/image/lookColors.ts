/** Lab, a plane for each side; `seen` is 0 where nothing is looked at. */
export interface LabPlanes {
  readonly width: number;
  readonly height: number;
  readonly lightness: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly seen: Uint8Array;
}

/** What a picture's colors are like. */
export interface ColorLook {
  /** L* below which a twentieth, a half and all but a twentieth of the pixels lie, 0 to 100. */
  readonly lightness: { readonly low: number; readonly median: number; readonly high: number };
  /** The mean a* and b* of what is neither black nor white: more b* is warmer. */
  readonly cast: { readonly a: number; readonly b: number };
  /** The mean chroma, 0 for gray. */
  readonly chroma: number;
  /** The colors that take up most of it, the largest first. */
  readonly palette: readonly Swatch[];
}

export interface Swatch {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
  /** Of the picture, 0 to 1. */
  readonly share: number;
}

/** The distribution of lightness, the cast, the chroma and the palette. */
export function colorsOf(planes: LabPlanes): ColorLook {
  const { lightness, a, b, seen } = planes;
  const levels = new Uint32Array(101);
  let [count, colored, sumA, sumB, sumChroma] = [0, 0, 0, 0, 0];
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] === 0) continue;
    count++;
    levels[Math.min(100, Math.max(0, Math.round(lightness[i])))]++;
    sumChroma += Math.hypot(a[i], b[i]);
    if (lightness[i] < darkest || lightness[i] > lightest) continue;
    colored++;
    sumA += a[i];
    sumB += b[i];
  }
  return {
    lightness: {
      low: levelAt(levels, 0.05 * count),
      median: levelAt(levels, 0.5 * count),
      high: levelAt(levels, 0.95 * count),
    },
    cast: { a: sumA / Math.max(1, colored), b: sumB / Math.max(1, colored) },
    chroma: sumChroma / Math.max(1, count),
    palette: paletteOf(planes, count),
  };
}

/** Beyond these, a pixel has no color to speak of. */
const [darkest, lightest] = [8, 96];

function levelAt(levels: Uint32Array, wanted: number): number {
  let below = 0;
  for (let level = 0; level < levels.length; level++) {
    below += levels[level];
    if (below >= wanted) return level;
  }
  return 100;
}

const mostSwatches = 4;
/** What takes up less is no part of a palette. */
const leastShare = 0.08;

/** The fullest cells of a coarse grid over Lab, each with its mean. */
function paletteOf({ lightness, a, b, seen }: LabPlanes, count: number): readonly Swatch[] {
  const cells = new Map<number, { count: number; lightness: number; a: number; b: number }>();
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] === 0) continue;
    const key = (Math.round(lightness[i] / 25) * 64 + Math.round(a[i] / 24) + 16) * 64 + Math.round(b[i] / 24) + 16;
    const cell = cells.get(key) ?? { count: 0, lightness: 0, a: 0, b: 0 };
    cell.count++;
    cell.lightness += lightness[i];
    cell.a += a[i];
    cell.b += b[i];
    cells.set(key, cell);
  }
  return [...cells.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, mostSwatches)
    .filter((cell) => cell.count >= leastShare * count)
    .map((cell) => ({
      lightness: cell.lightness / cell.count,
      a: cell.a / cell.count,
      b: cell.b / cell.count,
      share: cell.count / count,
    }));
}
