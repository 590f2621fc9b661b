/** A 3 by 3 matrix, row by row. */
export type Matrix = readonly number[];

/** What sRGB's light is in XYZ at D50. (IEC 61966-2-1, adapted as ICC profiles have it.) */
export const srgbToXyz: Matrix = [
  ...[0.4360747, 0.3850649, 0.1430804],
  ...[0.2225045, 0.7168786, 0.0606169],
  ...[0.0139322, 0.0971045, 0.7141733],
];

/** From light in given primaries to XYZ at D50; nothing where they span no colors. `primaries`: x and y of W, R, G, B. */
export function primariesToXyz(primaries: readonly number[]): Matrix | undefined {
  const [white, ...colors] = [0, 2, 4, 6].map((at) => xyzOf(primaries[at], primaries[at + 1]));
  const columns = [0, 1, 2].flatMap((row) => colors.map((color) => color[row]));
  const inverse = inverted(columns);
  const fromWhite = adaptation(white);
  if (!inverse || !fromWhite) return undefined;
  const amounts = applied(inverse, white);
  const toXyz = multiplied(
    fromWhite,
    columns.map((value, i) => value * amounts[i % 3]),
  );
  return toXyz.every(Number.isFinite) ? toXyz : undefined;
}

function xyzOf(x: number, y: number): readonly number[] {
  return [x / y, 1, (1 - x - y) / y];
}

const d50 = [0.9642, 1, 0.8249];

/** Bradford's matrix: to the light of the eye's three receptors, sharpened. */
const bradford: Matrix = [...[0.8951, 0.2664, -0.1614], ...[-0.7502, 1.7135, 0.0367], ...[0.0389, -0.0685, 1.0296]];

/** How colors seen under a white look under D50. (ICC.1:2022, annex E.) */
function adaptation(white: readonly number[]): Matrix | undefined {
  const back = inverted(bradford);
  if (!back) return undefined;
  const [from, to] = [applied(bradford, white), applied(bradford, d50)];
  const scale = bradford.map((value, i) => (value * to[Math.floor(i / 3)]) / from[Math.floor(i / 3)]);
  return multiplied(back, scale);
}

export function multiplied(a: Matrix, b: Matrix): Matrix {
  return a.map((_, i) => {
    const [row, column] = [Math.floor(i / 3) * 3, i % 3];
    return a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6];
  });
}

function applied(matrix: Matrix, vector: readonly number[]): readonly number[] {
  return [0, 3, 6].map((row) => matrix[row] * vector[0] + matrix[row + 1] * vector[1] + matrix[row + 2] * vector[2]);
}

/** By cofactors; nothing where there is none. */
export function inverted(matrix: Matrix): Matrix | undefined {
  const [a, b, c, d, e, f, g, h, i] = matrix;
  const cofactors = [
    ...[e * i - f * h, c * h - b * i, b * f - c * e],
    ...[f * g - d * i, a * i - c * g, c * d - a * f],
    ...[d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  const determinant = a * cofactors[0] + b * cofactors[3] + c * cofactors[6];
  return Math.abs(determinant) > 1e-9 ? cofactors.map((value) => value / determinant) : undefined;
}
