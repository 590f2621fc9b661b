import { carryOver } from '../../../src/image/carryOver';
import type { ColorSpace, Raster, Samples } from '../../../src/image/raster';
import { runNow } from '../../support/runNow';

const space: ColorSpace = { model: 'rgb', profile: 'ProPhoto RGB' };

function row(data: Samples, channels: 3 | 4 = 3): Raster {
  return { width: data.length / channels, height: 1, channels, space, data };
}

it('where all agrees, the source itself comes back, to the level', () => {
  const source = row(Uint16Array.of(1, 20001, 32768, 515, 516, 517));
  const came = row(Uint16Array.of(0, 20046, 32768, 514, 514, 514));
  expect(runNow(carryOver(came, { source, came }, Float32Array.of(1, 1))).data).toEqual(source.data);
});

it('the change is carried over to what 8 bits could not show: light beyond white stays beyond it', () => {
  const source = row(Float32Array.of(6, 4, 2));
  const came = row(Float32Array.of(1, 1, 1));
  const answer = row(Float32Array.of(0.9, 1, 1));
  const carried = runNow(carryOver(answer, { source, came }, Float32Array.of(1))).data;
  expect(Array.from(carried, (value) => Number(value.toFixed(4)))).toEqual([5.9, 4, 2]);
});

it('what was made anew keeps the answer’s own colors, and between the two nothing jumps', () => {
  const source = row(new Uint8Array(9).fill(110));
  const came = row(new Uint8Array(9).fill(100));
  const answer = row(new Uint8Array(9).fill(200));
  const carried = runNow(carryOver(answer, { source, came }, Float32Array.of(0, 0.5, 1))).data;
  expect([...carried]).toEqual([200, 200, 200, 205, 205, 205, 210, 210, 210]);
});

it('levels stay inside the scale', () => {
  const source = row(Uint8Array.of(255, 0, 0));
  const came = row(Uint8Array.of(200, 90, 0));
  const answer = row(Uint8Array.of(250, 10, 0));
  expect([...runNow(carryOver(answer, { source, came }, Float32Array.of(1))).data]).toEqual([255, 0, 0]);
});

it('a source that is not opaque says nothing, and the answer’s alpha stays', () => {
  const source = row(Uint8Array.of(9, 9, 9, 128, 9, 9, 9, 255), 4);
  const came = row(Uint8Array.of(5, 5, 5, 255, 5, 5, 5, 255), 4);
  const answer = row(Uint8Array.of(50, 50, 50, 255, 50, 50, 50, 255), 4);
  const carried = runNow(carryOver(answer, { source, came }, Float32Array.of(1, 1))).data;
  expect([...carried]).toEqual([50, 50, 50, 255, 54, 54, 54, 255]);
});
