import { agreementOf } from '../../../src/image/agreement';
import type { Raster } from '../../../src/image/raster';
import { plain } from '../../support/aModelCall';
import { runNow } from '../../support/runNow';

const [width, height] = [40, 30];
const gray = plain(width, height, [100, 110, 120]);

function changed(by: (x: number, y: number) => number): Raster {
  const at = (i: number) => Math.floor(i / 3);
  const data = gray.data.map((value, i) => value + by(at(i) % width, Math.floor(at(i) / width)));
  return { ...gray, data };
}

it('two equal pictures agree everywhere', () => {
  expect(runNow(agreementOf(gray, gray)).every((share) => share === 1)).toBe(true);
});

it('noise of two levels is agreement, at another depth too', () => {
  const noisy = changed((x, y) => ((x + y) % 2 === 0 ? 2 : -2));
  expect(Math.min(...runNow(agreementOf(gray, noisy)))).toBe(1);
  const deep = { ...noisy, data: Uint16Array.from(noisy.data, (value) => (value * 32768) / 255) };
  expect(Math.min(...runNow(agreementOf(gray, deep)))).toBeGreaterThan(0.99);
});

it('what was made anew does not agree, and the way there has no step', () => {
  const agreement = runNow(
    agreementOf(
      gray,
      changed((x) => (x >= 20 ? 30 : 0)),
    ),
  );
  const row = agreement.subarray(15 * width, 16 * width);
  expect([row[0], row[17], row[22], row[39]]).toEqual([1, 1, 0, 0]);
  const steps = Array.from(row.subarray(1), (share, x) => row[x] - share);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  expect(
    runNow(
      agreementOf(
        gray,
        changed(() => 5),
      ),
    )[0],
  ).toBeGreaterThan(0.3);
  expect(
    runNow(
      agreementOf(
        gray,
        changed(() => 5),
      ),
    )[0],
  ).toBeLessThan(0.7);
});
