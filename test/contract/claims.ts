/** What a case of a contract claims. No test framework: the same cases run wherever the implementation does. */

/** Throws with the sentence where it does not hold. */
export function claim(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(`Not so: ${sentence}`);
}

/** Compares plain values and typed arrays, to the last value. */
export function claimEqual(actual: unknown, expected: unknown, what: string): void {
  const [is, shouldBe] = [written(actual), written(expected)];
  if (is !== shouldBe) throw new Error(`${what} is ${shortened(is)}, not ${shortened(shouldBe)}`);
}

/** The details of the error with which something failed. Throws where it did not, or with another code. */
export async function claimFails(work: Promise<unknown>, code: string): Promise<Readonly<Record<string, unknown>>> {
  const error: unknown = await work.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error) || !('code' in error) || error.code !== code) {
    throw new Error(`Wanted ${code}, but: ${String(error)}`, { cause: error });
  }
  return 'details' in error && typeof error.details === 'object' ? { ...error.details } : {};
}

/** Claims that something ended by being cancelled. */
export async function claimCancelled(work: Promise<unknown>): Promise<void> {
  const error: unknown = await work.then(
    () => 'it went through',
    (thrown: unknown) => thrown,
  );
  claim(error instanceof Error && error.name === 'Cancelled', `it was cancelled (${String(error)})`);
}

function written(value: unknown): string {
  return (
    JSON.stringify(value, (_, member: unknown) => (ArrayBuffer.isView(member) ? listed(member) : member)) ?? 'nothing'
  );
}

function listed(samples: ArrayBufferView): unknown {
  return 'values' in samples ? [...(samples as Uint8Array)] : 'bytes';
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
