/** Stops at a fault of ours, with what was expected. */
export function assert(condition: boolean, expectation: string): asserts condition {
  if (!condition) throw new Error(`Expected: ${expectation}`);
}
