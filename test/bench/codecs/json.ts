import { decode } from 'fast-png';
import { base64Of, decodeBase64 } from '../../../src/base/base64';
import { Base64Text, buildJsonBody } from '../../../src/base/jsonBody';
import { atOnce } from '../../../src/base/pieces';
import { LongText, scanJson } from '../../../src/base/scanJson';
import type { Sliced } from '../../../src/base/slices';
import { openPicture } from '../../../src/image/openPicture';
import { encodePng } from '../../../src/image/png/encodePng';
import { compare, longestOf, megabytes, print, target } from './measure';
import { photograph } from './photograph';

export function benchJson(): void {
  console.log('An answer of 16 megapixels in JSON, from the bytes of its body to pixels');
  const png = atOnce(encodePng(photograph(5120, 3280)));
  const [built, joined] = compare(
    () => buildJsonBody({ candidates: [{ data: new Base64Text(png) }] }),
    () => new TextEncoder().encode(JSON.stringify({ candidates: [{ data: base64Of(png) }] })),
    3,
  );
  print('writing the body: ours', built, megabytes(built.value));
  print('writing it by btoa and JSON.stringify', joined);
  const body = built.value;
  const [ours, peer] = compare(
    () => read(body),
    () => readByLibraries(body),
    3,
  );
  print('reading: ours', ours);
  print('reading by JSON.parse, atob and fast-png', peer);
  target('time beside them', ours.milliseconds / peer.milliseconds, { most: 1.2 });
  target('longest piece of writing, ms', longestOf(built), { most: 16 });
  target('longest piece of reading, ms', longestOf(ours), { most: 16 });
}

function* read(body: Uint8Array): Sliced<unknown> {
  const text = longTextIn(yield* scanJson(body));
  return yield* openPicture(yield* decodeBase64(text.bytes, text.start, text.end));
}

function longTextIn(value: unknown): LongText {
  if (value instanceof LongText) return value;
  return longTextIn(Object.values(value as object)[0]);
}

/** All in one go, as one would without slices. */
function readByLibraries(body: Uint8Array): unknown {
  const { candidates } = JSON.parse(new TextDecoder().decode(body)) as { candidates: { data: string }[] };
  const binary = atob(candidates[0].data);
  return decode(Uint8Array.from({ length: binary.length }, (_, i) => binary.charCodeAt(i)));
}
