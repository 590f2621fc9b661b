/**
 * Sum of squared differences of two patches, given by the offsets of their top left bytes in one picture; `run` bytes
 * in each of `rows` rows, `stride` bytes apart. Gives up, with what it has, as soon as that is `limit` or more.
 */
export function patchDistance(
  guide: Uint8Array,
  a: number,
  b: number,
  stride: number,
  run: number,
  rows: number,
  limit: number,
): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < run; i++) {
      const difference = guide[a + i] - guide[b + i];
      sum += difference * difference;
    }
    if (sum >= limit) return sum;
    a += stride;
    b += stride;
  }
  return sum;
}
