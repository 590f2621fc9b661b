export type Xyz = readonly [number, number, number];

/** x and y of the CIE 1931 diagram. */
export type Chromaticity = readonly [number, number];

export interface Gamut {
  readonly red: Chromaticity;
  readonly green: Chromaticity;
  readonly blue: Chromaticity;
  readonly white: Chromaticity;
}

/** The white point of profiles. */
export const d50: Xyz = [0.9642, 1, 0.8249];

/**
 * The primaries of a gamut relative to D50, adapted by the Bradford transform. They add up to the white of profiles in
 * their fixed-point numbers exactly, so that white stays white to the last step.
 */
export function primariesOf({ red, green, blue, white }: Gamut): readonly [Xyz, Xyz, Xyz] {
  const columns = [red, green, blue].map(xyzOf);
  const source = xyzOf(white);
  const amounts = solve(columns, source);
  const scaled = columns.map((column, i) => adapt(scale(column, amounts[i] ?? 0), source));
  const [r, g, b] = scaled.map((xyz) => map(xyz, fixed));
  if (!r || !g || !b) throw new Error('three primaries');
  return [r, map(d50, (value, i) => fixed(value) - (r[i] ?? 0) - (b[i] ?? 0)), b];
}

const bradford: readonly [Xyz, Xyz, Xyz] = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

function adapt(color: Xyz, white: Xyz): Xyz {
  const cone = multiply(bradford, color);
  const from = multiply(bradford, white);
  const to = multiply(bradford, d50);
  const adapted = map(cone, (value, i) => (value * (to[i] ?? 1)) / (from[i] ?? 1));
  return solve(transposed(bradford), adapted);
}

function xyzOf([x, y]: Chromaticity): Xyz {
  return [x / y, 1, (1 - x - y) / y];
}

function map(xyz: Xyz, change: (value: number, i: number) => number): Xyz {
  return [change(xyz[0], 0), change(xyz[1], 1), change(xyz[2], 2)];
}

function scale(xyz: Xyz, factor: number): Xyz {
  return map(xyz, (value) => value * factor);
}

function fixed(value: number): number {
  return Math.round(value * 65536) / 65536;
}

function multiply(rows: readonly [Xyz, Xyz, Xyz], [x, y, z]: Xyz): Xyz {
  return [
    rows[0][0] * x + rows[0][1] * y + rows[0][2] * z,
    rows[1][0] * x + rows[1][1] * y + rows[1][2] * z,
    rows[2][0] * x + rows[2][1] * y + rows[2][2] * z,
  ];
}

function transposed(rows: readonly [Xyz, Xyz, Xyz]): readonly Xyz[] {
  return [0, 1, 2].map((i) => [rows[0][i] ?? 0, rows[1][i] ?? 0, rows[2][i] ?? 0] as const);
}

/** How much of each column adds up to `sum` (Cramer's rule). */
function solve(columns: readonly Xyz[], sum: Xyz): Xyz {
  const [a = sum, b = sum, c = sum] = columns;
  const whole = determinant(a, b, c);
  return [determinant(sum, b, c) / whole, determinant(a, sum, c) / whole, determinant(a, b, sum) / whole];
}

export function determinant(a: Xyz, b: Xyz, c: Xyz): number {
  return a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1]) + c[0] * (a[1] * b[2] - a[2] * b[1]);
}
