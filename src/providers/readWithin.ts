import { runSliced, type Sliced } from '../base/slices';

/** The whole body of an answer; nothing where it is larger: that is noticed as soon as the platform hands over more. */
export async function readWithin(response: Response, mostBytes: number): Promise<Uint8Array | undefined> {
  const length = response.headers.get('content-length');
  if (Number(length ?? 0) > mostBytes) return undefined;
  // a length that is told holds for what is sent: packed, it may hide any amount
  const isBound = length !== null && response.headers.get('content-encoding') === null;
  if (!isBound && response.body) return readInParts(response.body.getReader(), mostBytes);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.length > mostBytes ? undefined : bytes;
}

async function readInParts(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  mostBytes: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) return runSliced(joined(parts, length), { signal: new AbortController().signal });
    length += value.length;
    if (length > mostBytes) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    parts.push(value);
  }
}

function* joined(parts: readonly Uint8Array[], length: number): Sliced<Uint8Array> {
  const [only] = parts;
  if (only?.length === length) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
    yield at / length;
  }
  return whole;
}
