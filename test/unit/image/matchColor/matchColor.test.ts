import { createRandom } from '../../../../src/base/random';
import { applyMatch, learnMatch } from '../../../../src/image/matchColor/matchColor';
import { type Raster, sRGB } from '../../../../src/image/raster';
import { rectOf } from '../../../../src/image/rect';
import { runNow } from '../../../support/runNow';

const size = { width: 240, height: 180 };

function picture(value: (x: number, y: number, channel: number) => number): Raster {
  const data = new Uint8Array(size.width * size.height * 3);
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / 3);
    data[i] = Math.min(255, Math.max(0, Math.round(value(pixel % size.width, Math.floor(pixel / size.width), i % 3))));
  }
  return { ...size, channels: 3, space: sRGB, data };
}

const wave = (x: number, y: number, channel: number) =>
  120 + 60 * Math.sin(x / 17 + channel) + 40 * Math.cos(y / 23 - channel * 2);
const sent = picture(wave);
/** In the middle something was to change. */
const isKept = (x: number, y: number) => Math.hypot(x - 120, y - 90) > 40;
const kept = Uint8Array.from({ length: size.width * size.height }, (_, i) =>
  isKept(i % size.width, Math.floor(i / size.width)) ? 1 : 0,
);

const tints: readonly [string, (value: number, x: number, y: number, channel: number) => number][] = [
  ['a gain', (value, _x, _y, channel) => value * [1.07, 0.96, 0.9][channel]],
  ['a gamma', (value, _x, _y, channel) => 255 * (Math.max(0, value) / 255) ** [0.9, 1.06, 1.1][channel]],
  ['an offset', (value, _x, _y, channel) => value + [6, -4, 9][channel]],
  ['light from one side', (value, x, y) => value * (1 + 0.1 * (x / 240 - 0.5) - 0.08 * (y / 180 - 0.5))],
];

it.each(tints)('%s is taken back, to less than a level on average', (_name, tint) => {
  const answer = picture((x, y, channel) => (isKept(x, y) ? tint(wave(x, y, channel), x, y, channel) : 40));
  const match = runNow(learnMatch(sent, answer, kept));
  if (!match) throw new Error('Nothing was learned');
  const { data } = runNow(applyMatch(answer, match, rectOf(size), size));
  for (const channel of [0, 1, 2]) expect(Math.abs(meanOff(data, channel))).toBeLessThan(0.5);
  expect(spreadOff(data)).toBeLessThan(1.6);
});

/** Over what was to stay. */
function meanOff(data: Raster['data'], channel: number): number {
  let [sum, count] = [0, 0];
  kept.forEach((is, i) => {
    if (is === 0) return;
    sum += data[i * 3 + channel] - sent.data[i * 3 + channel];
    count++;
  });
  return sum / count;
}

function spreadOff(data: Raster['data']): number {
  let [sum, count] = [0, 0];
  kept.forEach((is, i) => {
    if (is === 0) return;
    for (let k = i * 3; k < i * 3 + 3; k++) sum += (data[k] - sent.data[k]) ** 2;
    count += 3;
  });
  return Math.sqrt(sum / count);
}

it('an answer in the colors that were sent, and one that is only noisier, are left alone', () => {
  const random = createRandom(5);
  const noisy = picture((x, y, channel) => wave(x, y, channel) + 12 * (random.share() - 0.5));
  expect(runNow(learnMatch(sent, sent, kept))).toBeUndefined();
  expect(runNow(learnMatch(sent, noisy, kept))).toBeUndefined();
});

it('a change that covers a third of what was to stay counts nothing', () => {
  const answer = picture((x, y, channel) => (x < 80 ? 250 - wave(x, y, channel) : wave(x, y, channel) * 0.95));
  const match = runNow(learnMatch(sent, answer, kept));
  if (!match) throw new Error('Nothing was learned');
  const { data } = runNow(applyMatch(answer, match, rectOf(size), size));
  const at = (100 * size.width + 200) * 3;
  for (const channel of [0, 1, 2])
    expect(Math.abs(data[at + channel] - sent.data[at + channel])).toBeLessThanOrEqual(3);
});

it('a picture in one color is no tint of what was sent', () => {
  expect(
    runNow(
      learnMatch(
        sent,
        picture((_x, _y, channel) => [200, 40, 30][channel]),
        kept,
      ),
    ),
  ).toBeUndefined();
});

it('where hardly anything was to stay, nothing is learned', () => {
  const answer = picture((x, y, channel) => wave(x, y, channel) * 0.9);
  expect(runNow(learnMatch(sent, answer, new Uint8Array(kept.length)))).toBeUndefined();
});

it('a part is matched as it is in the whole, at 16 bit too, and alpha is kept', () => {
  const answer = picture((x, y, channel) => wave(x, y, channel) * (0.9 + 0.1 * (x / 240)));
  const match = runNow(learnMatch(sent, answer, kept));
  if (!match) throw new Error('Nothing was learned');
  const whole = runNow(applyMatch(answer, match, rectOf(size), size));
  const area = { left: 200, top: 100, right: 210, bottom: 104 };
  const data = new Uint16Array(10 * 4 * 4);
  for (let i = 0; i < 40; i++) {
    const from = ((100 + Math.floor(i / 10)) * size.width + 200 + (i % 10)) * 3;
    for (let k = 0; k < 3; k++) data[i * 4 + k] = Math.round((answer.data[from + k] * 32768) / 255);
    data[i * 4 + 3] = 777 + i;
  }
  const part = runNow(applyMatch({ width: 10, height: 4, channels: 4, space: sRGB, data }, match, area, size));
  for (let i = 0; i < 40; i++) {
    const from = ((100 + Math.floor(i / 10)) * size.width + 200 + (i % 10)) * 3;
    for (let k = 0; k < 3; k++) {
      expect(Math.abs((part.data[i * 4 + k] * 255) / 32768 - whole.data[from + k])).toBeLessThan(1.05);
    }
    expect(part.data[i * 4 + 3]).toBe(777 + i);
  }
});
