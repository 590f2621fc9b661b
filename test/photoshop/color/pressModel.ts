import { d50, determinant, type Xyz } from './primaries';

/** Ink on paper, after Neugebauer with the n-value of Yule and Nielsen: the mean of what the overprints send back. */
export function inkColor(cyan: number, magenta: number, yellow: number, black: number): Xyz {
  let [x, y, z] = [0, 0, 0];
  for (let print = 0; print < 16; print++) {
    const share =
      (print & 1 ? cyan : 1 - cyan) *
      (print & 2 ? magenta : 1 - magenta) *
      (print & 4 ? yellow : 1 - yellow) *
      (print & 8 ? black : 1 - black);
    x += share * overprints[print * 3];
    y += share * overprints[print * 3 + 1];
    z += share * overprints[print * 3 + 2];
  }
  return labOf(x ** spread, y ** spread, z ** spread);
}

/** Inks, 0 to 1, that come nearest to a color; black takes the place of the gray part in the shadows. */
export function inksFor(lab: Xyz): readonly number[] {
  const [c, m, y] = colorInksFor(lab, 0, [0.3, 0.3, 0.3]);
  const black = Math.min(c, m, y) ** 3;
  return [...colorInksFor(lab, black, [c, m, y]), black];
}

type Inks = [number, number, number];

const rounds = 10;
const step = 1e-3;

/** Newton's method on three inks, kept between none and all. */
function colorInksFor(lab: Xyz, black: number, start: Inks): Inks {
  const inks: Inks = [...start];
  for (let round = 0; round < rounds; round++) {
    const [c, m, y] = inks;
    const now = inkColor(c, m, y, black);
    const missing = minus(lab, now, 1);
    if (Math.abs(missing[0]) + Math.abs(missing[1]) + Math.abs(missing[2]) < 0.02) break;
    const moves = solve(
      [
        minus(inkColor(c + step, m, y, black), now, step),
        minus(inkColor(c, m + step, y, black), now, step),
        minus(inkColor(c, m, y + step, black), now, step),
      ],
      missing,
    );
    let moved = 0;
    for (let i = 0; i < 3; i++) {
      const ink = Math.min(1, Math.max(0, inks[i] + Math.min(0.3, Math.max(-0.3, moves[i]))));
      moved += Math.abs(ink - inks[i]);
      inks[i] = ink;
    }
    if (moved < 1e-4) break;
  }
  return inks;
}

function minus(a: Xyz, b: Xyz, unit: number): Xyz {
  return [(a[0] - b[0]) / unit, (a[1] - b[1]) / unit, (a[2] - b[2]) / unit];
}

/** How much of each column adds up to `sum`, with a little damping where they hardly differ (normal equations). */
function solve(columns: readonly [Xyz, Xyz, Xyz], sum: Xyz): Xyz {
  const [a, b, c] = columns;
  const rows: readonly [Xyz, Xyz, Xyz] = [
    [dot(a, a) + damping, dot(a, b), dot(a, c)],
    [dot(b, a), dot(b, b) + damping, dot(b, c)],
    [dot(c, a), dot(c, b), dot(c, c) + damping],
  ];
  const right: Xyz = [dot(a, sum), dot(b, sum), dot(c, sum)];
  const whole = determinant(...rows);
  // the matrix is its own mirror image: its rows are its columns
  return [
    determinant(right, rows[1], rows[2]) / whole,
    determinant(rows[0], right, rows[2]) / whole,
    determinant(rows[0], rows[1], right) / whole,
  ];
}

const damping = 0.02;

function dot(a: Xyz, b: Xyz): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
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

const overprints = Float64Array.from(
  [...solids, ...solids].flatMap((lab, index) => {
    const light = index < 8 ? 1 : throughBlack;
    return xyzOf(lab).map((value, c) => (value * light + (index < 8 ? 0 : 0.004 * d50[c])) ** (1 / spread));
  }),
);

function xyzOf([l, a, b]: Xyz): Xyz {
  const y = (l + 16) / 116;
  const inverse = (t: number) => (t > 6 / 29 ? t ** 3 : (108 / 841) * (t - 4 / 29));
  return [d50[0] * inverse(y + a / 500), d50[1] * inverse(y), d50[2] * inverse(y - b / 200)];
}

function labOf(x: number, y: number, z: number): Xyz {
  const [fx, fy, fz] = [rootOf(x / d50[0]), rootOf(y / d50[1]), rootOf(z / d50[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function rootOf(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29;
}
