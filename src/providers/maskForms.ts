import { inPieces } from '../base/pieces';
import { runSliced, type Sliced } from '../base/slices';
import type { Mask } from '../image/mask';
import { encodePng } from '../image/png/encodePng';

/** A mask as a PNG that is transparent where it is to be made anew and opaque black elsewhere. */
export async function encodeClearMask(mask: Mask, signal: AbortSignal): Promise<Uint8Array> {
  const data = await runSliced(clearWhereAnew(mask), { signal });
  return runSliced(encodePng({ width: mask.width, height: mask.height, channels: 4, data }), { signal });
}

const pixelsPerPiece = 1 << 17;

function* clearWhereAnew({ width, height, data: levels }: Mask): Sliced<Uint8Array> {
  const data = new Uint8Array(width * height * 4);
  yield* inPieces(width * height, pixelsPerPiece, (from, to) => {
    for (let pixel = from; pixel < to; pixel++) data[pixel * 4 + 3] = 255 - levels[pixel];
  });
  return data;
}
