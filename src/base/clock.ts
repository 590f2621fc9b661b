/** Milliseconds from an arbitrary start; only differences mean anything. */
export function elapsedMs(): number {
  return performance.now();
}

/** The time of day, as it is written into a record. */
export function timeOfDay(): string {
  return new Date().toISOString();
}

/** When the day began where the retoucher is, as `timeOfDay` writes it: texts of that form compare as times do. */
export function startOfToday(): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
}

/** The same for the month. */
export function startOfMonth(): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), 1).toISOString();
}

/** Milliseconds from now to a day and time as HTTP writes it; nothing where it cannot be read. */
export function millisecondsUntil(httpDate: string): number | undefined {
  const milliseconds = Date.parse(httpDate) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
