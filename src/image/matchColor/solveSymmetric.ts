/** Solves a symmetric, positive system by Cholesky; its lower triangle is given row by row. Nothing where it has no solution. */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array | undefined {
  const size = right.length;
  const lower = Float64Array.from(matrix);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = lower[row * size + column];
      for (let k = 0; k < column; k++) sum -= lower[row * size + k] * lower[column * size + k];
      if (row > column) lower[row * size + column] = sum / lower[column * size + column];
      else if (sum > 1e-12) lower[row * size + row] = Math.sqrt(sum);
      else return undefined;
    }
  }
  const solved = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) solved[row] -= lower[row * size + k] * solved[k];
    solved[row] /= lower[row * size + row];
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) solved[row] -= lower[k * size + row] * solved[k];
    solved[row] /= lower[row * size + row];
  }
  return solved;
}
