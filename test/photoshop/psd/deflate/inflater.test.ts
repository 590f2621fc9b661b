import { constants, deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { noise } from '../../fixtures/documents';
import { joinPieces } from '../byteWriter';
import { DamagedFile } from '../damagedFile';
import { createInflater } from './inflater';

const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;

/** Noise, runs, and both in turns: enough of it to go through all windows. */
const contents = fc
  .array(fc.record({ length: fc.nat(60_000), values: fc.constantFrom(1, 2, 256), seed: fc.nat(99) }), { maxLength: 5 })
  .map((pieces) =>
    joinPieces(
      pieces.map(({ length, values, seed }) => Uint8Array.from(noise(8, length, seed), (value) => value % values)),
    ),
  );

const ways = fc.record({
  level: fc.constantFrom(0, 1, 6, 9),
  strategy: fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE),
  windowBits: fc.constantFrom(9, 15),
});

describe('deflated bytes', () => {
  it('come back, in pieces of any size', () => {
    fc.assert(
      fc.property(contents, ways, fc.integer({ min: 1, max: 200_000 }), (bytes, way, size) => {
        const inflater = createInflater(deflateSync(bytes, way));
        const taken = new Uint8Array(bytes.length);
        for (let from = 0; from < bytes.length; from += size) {
          const to = Math.min(bytes.length, from + size);
          inflater.take(from, to, taken.subarray(from, to));
        }
        expect(Buffer.compare(taken, bytes)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('come back without those before them, and once more from a little above', () => {
    const bytes = Uint8Array.from(noise(8, 700_000, 3));
    const inflater = createInflater(deflateSync(bytes));
    const taken = new Uint8Array(1000);
    for (const from of [400_000, 699_000, 650_000]) {
      inflater.take(from, from + 1000, taken);
      expect(taken).toEqual(bytes.subarray(from, from + 1000));
    }
    expect(inflater.start).toBeGreaterThan(400_000);
  });

  it('that are damaged give a sentence or other bytes, and come to an end', () => {
    const whole = deflateSync(Uint8Array.from(noise(8, 3000, 5)).map((value) => value % 9));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, value, cut) => {
        const broken = Uint8Array.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) broken[at] = value;
        try {
          createInflater(broken).take(0, 3001, new Uint8Array(3001));
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedFile);
          return;
        }
        expect(cut).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
