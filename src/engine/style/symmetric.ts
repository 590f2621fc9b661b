const { abs, sqrt } = Math;

/** A symmetric matrix of three rows, row by row, with a function of its eigenvalues put in their place. */
export function withEigenvalues(matrix: Float64Array, map: (eigenvalue: number) => number): Float64Array {
  const { values, vectors } = decompose(matrix);
  const result = new Float64Array(9);
  for (let k = 0; k < 3; k++) {
    const value = map(values[k]);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) result[i * 3 + j] += value * vectors[i * 3 + k] * vectors[j * 3 + k];
    }
  }
  return result;
}

export function multiply(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(9);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      for (let k = 0; k < 3; k++) product[i * 3 + j] += a[i * 3 + k] * b[k * 3 + j];
    }
  }
  return product;
}

interface Decomposition {
  readonly values: Float64Array;
  /** Column k belongs to value k. */
  readonly vectors: Float64Array;
}

/** Jacobi's rotations: with three rows, ten sweeps leave nothing beside the diagonal. */
function decompose(matrix: Float64Array): Decomposition {
  const a = Float64Array.from(matrix);
  const vectors = Float64Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  for (let sweep = 0; sweep < 10; sweep++) {
    rotate(a, vectors, 0, 1);
    rotate(a, vectors, 0, 2);
    rotate(a, vectors, 1, 2);
  }
  return { values: Float64Array.of(a[0], a[4], a[8]), vectors };
}

function rotate(a: Float64Array, vectors: Float64Array, p: number, q: number): void {
  const beside = a[p * 3 + q];
  if (abs(beside) < 1e-18) return;
  const ratio = (a[q * 3 + q] - a[p * 3 + p]) / (2 * beside);
  const tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + sqrt(ratio * ratio + 1));
  const cosine = 1 / sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < 3; k++) turn(a, k * 3 + p, k * 3 + q, cosine, sine);
  for (let k = 0; k < 3; k++) turn(a, p * 3 + k, q * 3 + k, cosine, sine);
  for (let k = 0; k < 3; k++) turn(vectors, k * 3 + p, k * 3 + q, cosine, sine);
}

function turn(values: Float64Array, one: number, other: number, cosine: number, sine: number): void {
  const before = values[one];
  values[one] = cosine * before - sine * values[other];
  values[other] = sine * before + cosine * values[other];
}
