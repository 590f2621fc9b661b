/** What a cancelled call throws. Cancelling is not an error: the job ends as `cancelled`. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  /** `sent`: a request that starts work had left, and nobody knows whether it is charged. */
  constructor(
    message?: string,
    readonly request: 'sent' | 'none' = 'none',
  ) {
    super(message);
  }
}

/** Throws `Cancelled` if the signal has been aborted. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled('cancelled');
}
