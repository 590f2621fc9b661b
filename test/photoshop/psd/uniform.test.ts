import * as fc from 'fast-check';
import { isAll } from './uniform';

it('a range is of one value wherever it begins and ends, and only then', () => {
  const ranges = fc.tuple(fc.nat(9), fc.nat(30), fc.nat(9), fc.constantFrom(0, 7, 255), fc.nat(50));
  fc.assert(
    fc.property(ranges, ([offset, length, rest, value, odd]) => {
      const data = new Uint8Array(offset + length + rest).fill(value);
      data.fill(value ^ 1, 0, offset);
      data.fill(value ^ 1, offset + length);
      if (odd < length) data[offset + odd] = value ^ 2;
      expect(isAll(data, offset, offset + length, value)).toBe(odd >= length);
      expect(isAll(data.subarray(offset), 0, length, value)).toBe(odd >= length);
      expect(isAll(Uint16Array.from(data), offset, offset + length, value)).toBe(odd >= length);
    }),
  );
});
