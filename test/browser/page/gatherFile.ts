import { inOrder, lastingPart, type Part } from '../../photoshop/psd/parts';

/** A file of parts, made little by little, so that the page goes on living meanwhile. */
export async function gatherFile(parts: Iterable<Part>): Promise<Blob> {
  const gathered: Part[] = [];
  const turn = createTurns();
  for (const part of parts) {
    if (part.bytes.length > 0) gathered.push(lastingPart(part));
    await turn();
  }
  // the browser copies what goes into a file: bit by bit as well
  const pieces: Blob[] = [];
  for (const bytes of inOrder(gathered).flatMap(cut)) {
    pieces.push(new Blob([bytes]));
    await turn();
  }
  return new Blob(pieces, { type: 'application/octet-stream' });
}

/** So many milliseconds of work at a time leave the page free to answer. */
const slice = 12;

/** Lets the page have its turn when this one has lasted long enough. */
function createTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < slice) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = performance.now();
  };
}

const bytesAtOnce = 1 << 21;

function cut({ bytes }: Part): readonly Uint8Array<ArrayBuffer>[] {
  const count = Math.ceil(bytes.length / bytesAtOnce);
  return Array.from({ length: count }, (_, i) => ownBytes(bytes.subarray(i * bytesAtOnce, (i + 1) * bytesAtOnce)));
}

/** Memory that is shared with workers cannot go into a file as it is. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, length } = bytes;
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, length) : Uint8Array.from(bytes);
}
