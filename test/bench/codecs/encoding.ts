import { encode } from 'fast-png';
import { zlibSync } from 'fflate';
import { encodePng } from '../../../src/image/png/encodePng';
import type { Raster } from '../../../src/image/raster';
import { compare, longestOf, measure, megabytes, print, target } from './measure';
import { photograph, photographName, softMask, withAlpha } from './photograph';

export function benchEncoding(): void {
  console.log(`Writing PNG, 4.2 megapixels (${photographName})`);
  const picture = photograph(2560, 1640);
  benchPicture('RGB', picture);
  const [ours] = [...benchPicture('RGBA', withAlpha(picture)), ...benchPicture('mask', softMask(2560, 1640))];
  target('longest piece of ours, ms', longestOf(ours), { most: 16 });
}

function benchPicture(name: string, picture: Raster) {
  const [ours, peer] = compare(
    () => encodePng(picture),
    () => filterUpAndDeflate(picture),
    5,
  );
  const whole = measure(() => encode({ ...picture, depth: 8, data: picture.data as Uint8Array }));
  print(`${name}: ours`, ours, megabytes(ours.value));
  print(`${name}: filter "up" and fflate level 1`, peer, megabytes(peer.value));
  print(`${name}: fast-png as it comes`, whole, megabytes(whole.value));
  target(`${name}: times as fast as fflate level 1`, peer.milliseconds / ours.milliseconds, { least: 2 });
  target(`${name}: size beside fflate level 1`, ours.value.length / peer.value.length, { most: 1.2 });
  return [ours];
}

/** What a quick encoder by libraries would do: one filter for all rows, and the quickest level. */
function filterUpAndDeflate({ width, height, channels, data }: Raster): Uint8Array {
  const length = width * channels;
  const rows = new Uint8Array((length + 1) * height);
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * length, y * (length + 1) + 1];
    rows[to - 1] = 2;
    if (y === 0) rows.set(data.subarray(0, length), to);
    else for (let i = 0; i < length; i++) rows[to + i] = data[from + i] - data[from + i - length];
  }
  return zlibSync(rows, { level: 1 });
}
