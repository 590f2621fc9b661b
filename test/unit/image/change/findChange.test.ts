import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChange } from '../../../../src/image/change/findChange';
import { cropRaster } from '../../../../src/image/crop';
import { decodePng } from '../../../../src/image/png/decodePng';
import type { Raster } from '../../../../src/image/raster';
import { distort } from '../../../bench/fidelity/distort';
import { root } from '../../../build/root';
import { runNow } from '../../../support/runNow';

const photo = runNow(decodePng(readFileSync(join(root, 'test', 'fixtures', 'photos', 'brushes.png')))).raster;
const source = runNow(cropRaster(photo, { left: 100, top: 80, right: 500, bottom: 400 }));
const inSpot = (i: number) => Math.hypot((i % 400) - 240, Math.floor(i / 400) - 150) < 60;

const changed = (color: (value: number, channel: number) => number, where: (pixel: number) => boolean): Raster => ({
  ...source,
  data: Uint8Array.from(source.data, (v, i) => (where(Math.floor(i / 3)) ? Math.round(color(v, i % 3)) : v)),
});
const spot = changed((value, channel) => 255 - value * [0.5, 0.9, 0.8][channel], inSpot);
const through = (picture: Raster, distortion: object) => distort(picture, { name: '', ...distortion }, 1).answer;

/** What both cover over what either covers. */
function overlap(region: Uint8Array | Uint16Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < region.length; i++) {
    if (region[i] > 0 && inSpot(i)) both++;
    if (region[i] > 0 || inSpot(i)) either++;
  }
  return both / either;
}

it.each([
  ['as it is', {}],
  ['re-encoded', { jpeg: 70 }],
  ['noisy', { noise: 5 }],
  ['softened', { blur: 1 }],
  ['tinted', { gain: [1.06, 0.98, 0.92] }],
])('what changed is found in an answer that is %s', (_, distortion) => {
  const change = runNow(findChange(source, through(spot, distortion)));
  expect(change.kind).toBe('region');
  expect(change.kind === 'region' ? overlap(change.region.data) : 0).toBeGreaterThan(0.9);
});

it.each([{}, { jpeg: 70 }, { noise: 5 }, { blur: 0.8 }])('where nothing changed, it says so: %j', (distortion) => {
  expect(runNow(findChange(source, through(source, distortion)))).toEqual({ kind: 'nothing' });
});

it.each([
  ['a little warmer', (value: number, channel: number) => 255 * (value / 255) ** [0.85, 1, 1.2][channel]],
  ['night', (value: number, channel: number) => value * [0.25, 0.3, 0.5][channel]],
])('a grade is the whole picture: %s', (_, color) => {
  expect(
    runNow(
      findChange(
        source,
        changed(color, () => true),
      ),
    ),
  ).toEqual({ kind: 'everything' });
});

it('what the answer does not show did not change', () => {
  const cut = changed(
    () => 0,
    (pixel) => pixel % 400 >= 380,
  );
  expect(runNow(findChange(source, cut, { left: 0, top: 0, right: 380, bottom: 320 }))).toEqual({ kind: 'nothing' });
  expect(runNow(findChange(source, cut)).kind).toBe('region');
});
