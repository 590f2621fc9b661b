import { onlyChanged } from '../../../src/image/changed';
import type { Raster } from '../../../src/image/raster';

const space = { model: 'lab', profile: 'Lab D50' } as const;

function picture(channels: 3 | 4, ...values: number[]): Raster {
  return { width: values.length / channels, height: 1, channels, space, data: Uint16Array.from(values) };
}

describe('what has changed of a picture', () => {
  it('is kept opaque, and all else is left out', () => {
    const before = picture(3, 100, 200, 300, 100, 200, 300);
    const found = onlyChanged(picture(3, 100, 200, 300, 100, 260, 300), before.data);
    expect(found?.channels).toBe(4);
    expect([...(found?.data ?? [])]).toEqual([0, 0, 0, 0, 100, 260, 300, 32768]);
  });

  it('does not count what rounding can do', () => {
    const found = onlyChanged(picture(3, 101, 199, 300), picture(3, 100, 200, 300).data);
    expect(found?.data.every((value) => value === 0)).toBe(true);
  });

  it('cannot be told where it is half transparent', () => {
    expect(onlyChanged(picture(4, 100, 260, 300, 900), picture(4, 100, 200, 300, 900).data)).toBeUndefined();
    expect(onlyChanged(picture(4, 100, 200, 300, 900), picture(4, 100, 200, 300, 900).data)).toBeDefined();
  });
});
