import { decode, encode } from 'fast-png';
import { decode as decodeByJpegJs, encode as encodeByJpegJs } from 'jpeg-js';
import { decodeJpeg } from '../../../src/image/jpeg/decodeJpeg';
import { decodePng } from '../../../src/image/png/decodePng';
import type { Raster } from '../../../src/image/raster';
import { compare, longestOf, print, target } from './measure';
import { photograph, withAlpha } from './photograph';

export function benchDecoding(): void {
  console.log('Reading, 4.2 megapixels');
  const picture = photograph(2560, 1640);
  const png = encode({ ...picture, depth: 8, data: picture.data as Uint8Array });
  const [ours, peer] = compare(
    () => decodePng(png),
    () => decode(png),
    5,
  );
  print('PNG: ours', ours);
  print('PNG: fast-png', peer);
  target('PNG: time beside fast-png', ours.milliseconds / peer.milliseconds, { most: 1.2 });
  target('PNG: longest piece of ours, ms', longestOf(ours), { most: 16 });
  benchJpeg(withAlpha(picture));
}

function benchJpeg({ width, height, data }: Raster): void {
  const jpeg = Uint8Array.from(encodeByJpegJs({ width, height, data: data as Uint8Array }, 90).data);
  const [ours, peer] = compare(
    () => decodeJpeg(jpeg),
    () => decodeByJpegJs(jpeg, { useTArray: true, formatAsRGBA: false }),
    4,
  );
  print('JPEG: ours', ours);
  print('JPEG: jpeg-js, in one piece', peer);
  target('JPEG: time beside jpeg-js', ours.milliseconds / peer.milliseconds, { most: 1.2 });
  target('JPEG: longest piece of ours, ms', longestOf(ours), { most: 16 });
}
