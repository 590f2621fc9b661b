/**
 * Bytes from outside that cannot be read as what they claim to be: damaged, larger than the limits allow, or of a kind that
 * is not read here. Whoever asked for the bytes says what that means for the edit.
 */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(
    readonly why: 'damaged' | 'too-large' | 'unsupported',
    what: string,
  ) {
    super(what);
  }
}

/** Stops reading where bytes from outside are not what they must be. */
export function mustHold(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Unreadable('damaged', what);
}
