import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { align } from '../../../src/edit/align';
import { cropRaster } from '../../../src/image/crop';
import type { Mask } from '../../../src/image/mask';
import { decodePng } from '../../../src/image/png/decodePng';
import type { Raster } from '../../../src/image/raster';
import { distort, type Distortion } from '../../bench/fidelity/distort';
import { root } from '../../build/root';
import { runNow } from '../../support/runNow';

const photo = runNow(decodePng(readFileSync(join(root, 'test', 'fixtures', 'photos', 'brushes.png')))).raster;
const source = runNow(cropRaster(photo, { left: 100, top: 80, right: 580, bottom: 440 }));
const mask = spot(source);
/** What was asked for: the spot is gray. */
const edited: Raster = { ...source, data: source.data.map((v, i) => (mask.data[Math.floor(i / 3)] > 0 ? 128 : v)) };

function spot({ width, height }: Raster): Mask {
  const inside = (i: number) => Math.hypot((i % width) - width / 2, Math.floor(i / width) - height / 2) < 70;
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, i) => (inside(i) ? 255 : 0)) };
}

function aligned(distortion: Omit<Distortion, 'name'>, sent = { source, mask: mask as Mask | undefined }) {
  const { answer, truth } = distort(edited, { name: '', ...distortion }, 1);
  const calm = { signal: new AbortController().signal, onStep: () => undefined, onProgress: () => undefined };
  return { truth, answer, laid: align(answer, sent, calm) };
}

it('a perfect answer is taken as it is, to the pixel', async () => {
  const { laid, truth } = aligned({});
  expect(await laid).toMatchObject({ part: truth, match: undefined, registration: { kind: 'aligned', moved: 0 } });
});

it.each([
  ['shifted and tinted', { pixels: { x: 4.4, y: -3.2 }, gain: [1.06, 1, 0.93] }],
  ['grown, in another size', { move: { zoomX: 1.03 }, size: [1.25, 1.25], gain: [0.95, 1, 1] }],
  ['pressed into another shape', { size: [1, 0.85], gain: [0.95, 1, 1] }],
] as const)('an answer that is %s is laid in place, and its tint is told', async (_name, distortion) => {
  const { laid, truth, answer } = aligned(distortion);
  const { part, match, registration } = await laid;
  expect(registration.kind).toBe('aligned');
  const pixel = answer.width / source.width;
  for (const side of ['left', 'top', 'width', 'height'] as const) {
    expect(Math.abs(part[side] - truth[side])).toBeLessThan(0.2 * pixel);
  }
  expect(match).toBeDefined();
});

it('an answer that was cut to another shape is found in it', async () => {
  const wide = aligned({}).answer;
  const cut = runNow(cropRaster(wide, { left: 60, top: 0, right: 420, bottom: 360 }));
  const calm = { signal: new AbortController().signal, onStep: () => undefined, onProgress: () => undefined };
  const { part } = await align(cut, { source, mask }, calm);
  expect(part.left).toBeCloseTo(-60, 0);
  expect(part.width).toBeCloseTo(480, 0);
});

it('one that is framed anew is taken as it came, in its own colors, and said to be', async () => {
  const { laid, answer } = aligned({ move: { zoomX: 1.5 }, gain: [0.9, 1, 1] });
  const whole = { left: 0, top: 0, width: answer.width, height: answer.height };
  expect(await laid).toMatchObject({ part: whole, match: undefined, registration: { kind: 'reframed' } });
});

it('where nobody knows what was to stay, the colors are what was asked for', async () => {
  const { laid } = aligned({ gain: [0.8, 0.9, 1], pixels: { x: 3, y: 2 } }, { source, mask: undefined });
  expect(await laid).toMatchObject({ match: undefined, registration: { kind: 'aligned' } });
});
