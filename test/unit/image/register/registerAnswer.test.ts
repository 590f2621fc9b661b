import { createRandom } from '../../../../src/base/random';
import type { Plane } from '../../../../src/image/register/plane';
import { type Registration, registerAnswer } from '../../../../src/image/register/registerAnswer';
import { runNow } from '../../../support/runNow';

const size = { width: 360, height: 280 };

/** Smooth hills of several sizes: any place of it can be told from any other. */
function hills(seed: number): (x: number, y: number) => number {
  const random = createRandom(seed);
  const waves = Array.from({ length: 18 }, () => {
    const [length, turn] = [6 + 90 * random.share() ** 2, random.share() * Math.PI];
    return { x: Math.cos(turn) / length, y: Math.sin(turn) / length, phase: random.share() * 6.3, high: length ** 0.6 };
  });
  const total = waves.reduce((sum, { high }) => sum + high, 0) / 3;
  return (x, y) =>
    0.5 +
    waves.reduce((sum, { high, phase, ...w }) => sum + high * Math.sin(6.2832 * (x * w.x + y * w.y) + phase), 0) /
      total /
      2;
}

function plane(value: (x: number, y: number) => number): Plane {
  const data = new Float32Array(size.width * size.height);
  for (let y = 0, i = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, i++) data[i] = value(x + 0.5, y + 0.5);
  return { ...size, data };
}

const land = hills(1);
const elsewhere = hills(2);
const sent = plane(land);

/** What was sent, its left upper corner at (`left`, `top`), so many times as large. */
const moved = (left: number, top: number, across: number, down = across) =>
  plane((x, y) => land((x - left) / across, (y - top) / down));

function found(answer: Plane, kept?: Uint8Array): Registration {
  return runNow(registerAnswer(sent, answer, kept));
}

function expectAligned(registration: Registration, left: number, top: number, across: number, down = across): void {
  if (registration.kind !== 'aligned') throw new Error(`It is ${registration.kind}`);
  const { alignment } = registration;
  expect(Math.abs(alignment.left - left)).toBeLessThan(0.1);
  expect(Math.abs(alignment.top - top)).toBeLessThan(0.1);
  expect(Math.abs(alignment.width - across * size.width)).toBeLessThan(0.15);
  expect(Math.abs(alignment.height - down * size.height)).toBeLessThan(0.15);
}

it('an answer that lies where it should has not moved at all', () => {
  expect(found(sent)).toMatchObject({
    kind: 'aligned',
    moved: 0,
    alignment: { left: 0, top: 0, width: size.width, height: size.height },
  });
});

it.each([
  [5, -3, 1, 1],
  [2.37, -6.81, 1, 1],
  [-7, -5, 1.04, 1.04],
  [16, 12, 0.92, 0.92],
  [-20, -12, 1.1, 1.1],
  [-3, 2, 1.02, 0.99],
])('a shift of %f, %f and a scale of %f by %f are told to a tenth of a pixel', (left, top, across, down) => {
  expectAligned(found(moved(left, top, across, down)), left, top, across, down);
});

it('tint, contrast and noise do not matter', () => {
  const random = createRandom(3);
  const answer = moved(4.3, -2.6, 1.03);
  const worse = {
    ...answer,
    data: answer.data.map((v) => 0.1 + 0.7 * Math.max(0, v) ** 1.2 + 0.008 * (random.share() - 0.5)),
  };
  expectAligned(found(worse), 4.3, -2.6, 1.03);
});

it('an edit that fills the middle third does not matter, whether or not anybody knows where it is', () => {
  const isEdited = (x: number, y: number) => x > 110 && x < 250 && y > 60 && y < 220;
  const answer = plane((x, y) => (isEdited(x, y) ? elsewhere(x, y) : land((x - 3.4) / 1.01, (y + 2) / 1.01)));
  const kept = Uint8Array.from(sent.data, (_, i) => (isEdited(i % size.width, Math.floor(i / size.width)) ? 0 : 1));
  expectAligned(found(answer), 3.4, -2, 1.01);
  expectAligned(found(answer, kept), 3.4, -2, 1.01);
});

it.each([
  ['grown by half', moved(-90, -70, 1.5)],
  ['shifted by a fifth', moved(72, 0, 1)],
  ['another picture', plane(elsewhere)],
  ['upside down', plane((x, y) => land(size.width - x, size.height - y))],
])('an answer that is %s is framed anew', (_name, answer) => {
  expect(found(answer).kind).toBe('reframed');
});

it('a picture without texture cannot be laid in place', () => {
  const flat = plane((x) => 0.5 + x * 1e-5);
  expect(runNow(registerAnswer(flat, flat))).toEqual({ kind: 'featureless' });
});
