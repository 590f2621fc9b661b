/** Milliseconds from an arbitrary start; only differences mean anything. */
export function elapsedMs(): number {
  return performance.now();
}

/** The time of day, as it is written into a record. */
export function timeOfDay(): string {
  return new Date().toISOString();
}
