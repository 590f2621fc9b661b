import { aimedAt } from '../../../src/image/aimed';
import type { Raster } from '../../../src/image/raster';

const space = { model: 'lab', profile: 'Lab D50' } as const;

function picture(...values: number[]): Raster {
  return { width: values.length / 3, height: 1, channels: 3, space, data: Uint16Array.from(values) };
}

const wanted = picture(1000, 16000, 17000, 9000, 16384, 16384);
const whole = { left: 0, top: 0, right: 2, bottom: 1 };

describe('aiming at colors that a conversion misses', () => {
  it('asks for as much more as was missing', () => {
    const arrived = { components: 3, data: Uint16Array.from([900, 16100, 17000, 9000, 16384, 16384]) };
    expect([...(aimedAt(wanted, wanted, arrived, whole)?.data ?? [])]).toEqual([
      1100, 15900, 17000, 9000, 16384, 16384,
    ]);
  });

  it('comes ever nearer to what a conversion that bends colors can reach', () => {
    const bend = (value: number) => value + 200 * Math.sin(value / 3000);
    let asked: Raster | undefined = wanted;
    let last = wanted;
    while (asked !== undefined) {
      last = asked;
      asked = aimedAt(wanted, asked, { components: 3, data: Uint16Array.from(asked.data, bend) }, whole);
    }
    const off = Array.from(last.data, (value, i) => Math.abs(bend(value) - wanted.data[i]));
    expect(Math.max(...off)).toBeLessThanOrEqual(64);
  });

  it('leaves alone what is out of reach, and what did not arrive', () => {
    const arrived = { components: 4, data: Uint16Array.from([5000, 16000, 17000, 32768]) };
    expect(aimedAt(wanted, wanted, arrived, { ...whole, right: 1 })).toBeUndefined();
    const second = { components: 4, data: Uint16Array.from([9100, 16384, 16384, 32768]) };
    const found = aimedAt(wanted, wanted, second, { ...whole, left: 1 });
    expect([...(found?.data ?? [])]).toEqual([1000, 16000, 17000, 8900, 16384, 16384]);
  });
});
