/** A part of a file, and where it stands in it. */
export interface Part {
  readonly position: number;
  readonly bytes: Uint8Array;
  /** How long the bytes stay as they are: always, or only until the next part is asked for. */
  readonly lasts: 'always' | 'untilNext';
}

/** A block of a file whose bytes are made when it is written; the positions of its parts count from its beginning. */
export interface Deferred {
  readonly length: number;
  readonly parts: () => Iterable<Part>;
}

/** What a file consists of, one after the other. */
export type Piece = Uint8Array | Deferred;

/** The parts of pieces that follow one another from `position` on. */
export function* partsOf(pieces: readonly Piece[], position: number): Generator<Part, void> {
  let start = position;
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) yield { position: start, bytes: piece, lasts: 'always' };
    else for (const part of piece.parts()) yield { ...part, position: start + part.position };
    start += piece.length;
  }
}

/** Parts that can be kept, in the order in which they stand in the file. */
export function collectParts(parts: Iterable<Part>): readonly Part[] {
  return inOrder(Array.from(parts, lastingPart));
}

export function lastingPart(part: Part): Part {
  return part.lasts === 'always' ? part : { ...part, bytes: part.bytes.slice(), lasts: 'always' };
}

export function inOrder(parts: readonly Part[]): readonly Part[] {
  return [...parts].sort((a, b) => a.position - b.position);
}

/** The whole: the very bytes where there is but one part. */
export function joinParts(parts: Iterable<Part>): Uint8Array {
  const collected = collectParts(parts);
  const [first] = collected;
  if (first && collected.length === 1) return first.bytes;
  const length = collected.reduce((end, { position, bytes }) => Math.max(end, position + bytes.length), 0);
  const joined = new Uint8Array(length);
  for (const { position, bytes } of collected) joined.set(bytes, position);
  return joined;
}
