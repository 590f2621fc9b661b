import { d50, type Xyz } from './primaries';

/** Ink on paper, after Neugebauer with the n-value of Yule and Nielsen: the mean of what the overprints send back. */
export function inkColor(inks: readonly number[]): Xyz {
  const sums = [0, 0, 0];
  overprints.forEach((color, index) => {
    const share = inks.reduce((product, ink, i) => product * (index & (1 << i) ? ink : 1 - ink), 1);
    for (let c = 0; c < 3; c++) sums[c] += share * color[c];
  });
  return labOf([sums[0] ** spread, sums[1] ** spread, sums[2] ** spread]);
}

/** Inks, 0 to 1, that come nearest to a color; black takes the place of the gray part in the shadows. */
export function inksFor(lab: Xyz): readonly number[] {
  const [c, m, y] = colorInksFor(lab, 0, [0.3, 0.3, 0.3]);
  const black = Math.min(c, m, y) ** 3;
  return [...colorInksFor(lab, black, [c, m, y]), black];
}

type Inks = [number, number, number];

const rounds = 16;
const step = 1e-3;

/** Newton's method on three inks, kept between none and all. */
function colorInksFor(lab: Xyz, black: number, start: Inks): Inks {
  const inks: Inks = [...start];
  for (let round = 0; round < rounds; round++) {
    const now = inkColor([...inks, black]);
    const missing = lab.map((value, i) => value - now[i]);
    const slopes = inks.map((_, i) => {
      const moved = inkColor([...inks.map((ink, j) => (i === j ? ink + step : ink)), black]);
      return moved.map((value, c) => (value - now[c]) / step);
    });
    const moves = solve(slopes, missing);
    inks.forEach((ink, i) => {
      inks[i] = Math.min(1, Math.max(0, ink + Math.min(0.3, Math.max(-0.3, moves[i]))));
    });
  }
  return inks;
}

/** How much of each column adds up to `sum`, with a little damping where they hardly differ. */
function solve(columns: readonly (readonly number[])[], sum: readonly number[]): readonly number[] {
  const dot = (a: readonly number[], b: readonly number[]) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const m = columns.map((a, i) => columns.map((b, j) => dot(a, b) + (i === j ? 1 : 0)));
  const right = columns.map((column) => dot(column, sum));
  const minor = (i: number, j: number) => {
    const rows = [0, 1, 2].filter((row) => row !== i);
    const cells = [0, 1, 2].filter((cell) => cell !== j);
    return m[rows[0]][cells[0]] * m[rows[1]][cells[1]] - m[rows[0]][cells[1]] * m[rows[1]][cells[0]];
  };
  const sign = (i: number, j: number) => ((i + j) % 2 === 0 ? 1 : -1);
  const whole = m[0].reduce((total, value, j) => total + value * sign(0, j) * minor(0, j), 0);
  return [0, 1, 2].map((i) => right.reduce((total, value, j) => total + value * sign(j, i) * minor(j, i), 0) / whole);
}

const spread = 1.7;

/** Lab of paper and solids as on coated paper (rounded from ISO 12647-2); bits: cyan 1, magenta 2, yellow 4. */
const solids: readonly Xyz[] = [
  [100, 0, 0],
  [57, -37, -47],
  [50, 74, -4],
  [26, 20, -48],
  [93, -5, 96],
  [52, -67, 28],
  [49, 69, 50],
  [25, 0, 0],
];

/** How much of the light black ink lets through, beyond what it sends back itself. */
const throughBlack = 0.02;

const overprints: readonly (readonly number[])[] = [...solids, ...solids].map((lab, index) => {
  const light = index < 8 ? 1 : throughBlack;
  return xyzOf(lab).map((value, c) => (value * light + (index < 8 ? 0 : 0.004 * d50[c])) ** (1 / spread));
});

function xyzOf([l, a, b]: Xyz): Xyz {
  const y = (l + 16) / 116;
  const inverse = (t: number) => (t > 6 / 29 ? t ** 3 : (108 / 841) * (t - 4 / 29));
  return [d50[0] * inverse(y + a / 500), d50[1] * inverse(y), d50[2] * inverse(y - b / 200)];
}

function labOf(xyz: Xyz): Xyz {
  const [x, y, z] = xyz.map((value, i) => {
    const t = value / d50[i];
    return t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
