/** What a cancelled call throws. Cancelling is not an error: the job ends as `cancelled`. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Throws `Cancelled` if the signal has been aborted. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled('cancelled');
}
