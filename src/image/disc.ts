/**
 * A disc as a stack of horizontal runs: entry `y` is how far the run at `y` rows from the center reaches to either side.
 * All pixels whose centers lie at most `radius` from the center's belong to it.
 */
export function discRuns(radius: number): Int32Array {
  const runs = new Int32Array(Math.floor(radius) + 1);
  for (let y = 0; y < runs.length; y++) runs[y] = Math.floor(Math.sqrt(radius * radius - y * y));
  return runs;
}
