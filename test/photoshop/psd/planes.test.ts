import * as fc from 'fast-check';
import { zlibSync } from 'fflate';
import { noise } from '../fixtures/documents';
import { fullScale } from '../model/samples';
import type { Depth } from '../model/state';
import { createOpaquePlane } from './emptyPlane';
import { decodePlane, decodeRows, encodePlane, packRows, predictAndZip, type EncodedPlane } from './encodedPlane';
import { PlanesOrigin, lazyPlanes } from './origin';
import { unpackRow } from './packBits';
import { createPlaneEditor } from './planeEditor';
import { createRowReader } from './readRows';
import { bytesFromSamples, from65535, to65535 } from './samples';

describe('packed rows', () => {
  it('unpack to what they were', () => {
    const bytes = fc.array(fc.constantFrom(0, 0, 0, 7, 255), { minLength: 1, maxLength: 700 });
    fc.assert(
      fc.property(bytes, (row) => {
        const packed = packRows(Uint8Array.from(row), row.length, 1);
        const target = new Uint8Array(row.length);
        expect(unpackRow(packed.bytes, 0, packed.bytes.length, target, 0, row.length)).toBe(true);
        expect([...target]).toEqual(row);
        expect(packed.bytes.length).toBeLessThanOrEqual(row.length + Math.ceil(row.length / 128));
      }),
    );
  });

  it('take two bytes for a run of 128', () => {
    expect(packRows(new Uint8Array(256).fill(9), 256, 1).bytes).toEqual(Uint8Array.of(129, 9, 129, 9));
  });
});

describe.each([8, 16, 32] as const)('a plane of %i bits', (depth: Depth) => {
  const samples = noise(depth, 13 * 7, 5);
  const shape = { width: 13, height: 7, depth };
  const bytes = () => bytesFromSamples(samples).slice();
  const kinds: readonly EncodedPlane[] = [
    { ...shape, data: { kind: 'raw', bytes: bytes() } },
    { ...shape, data: packRows(bytes(), 13 * (depth / 8), 7) },
    { ...shape, data: { kind: 'zip', bytes: zlibSync(bytes()) } },
    { ...shape, data: predictAndZip(bytes(), 13, 7, depth) },
  ];

  it.each(kinds)('comes back from every compression, whole and in rows', (plane) => {
    expect(decodePlane(plane)).toEqual(samples);
    expect(decodeRows(plane, 2, 5)).toEqual(samples.subarray(26, 65));
  });

  it('is read in pieces from top to bottom, and again from above', () => {
    for (const plane of kinds) {
      const reader = createRowReader();
      const pixels = lazyPlanes(new PlanesOrigin([plane]));
      for (const [top, bottom] of [
        [0, 2],
        [1, 4],
        [6, 7],
        [0, 7],
        [3, 3],
      ] as const) {
        const [rows] = reader.planes(pixels, 13, top, bottom).color;
        expect(rows).toEqual(samples.subarray(top * 13, bottom * 13));
      }
    }
  });

  it('is edited row by row, and keeps the rest', () => {
    for (const plane of kinds.slice(0, 2)) {
      const editor = createPlaneEditor(plane);
      editor.replaceRows(1, 2, bytesFromSamples(noise(depth, 13, 8)));
      editor.replaceRows(4, 6, bytesFromSamples(noise(depth, 26, 9)));
      const expected = samples.slice();
      expected.set(noise(depth, 13, 8), 13);
      expected.set(noise(depth, 26, 9), 52);
      expect(decodePlane(editor.finish())).toEqual(expected);
      expect(createPlaneEditor(plane).finish()).toBe(plane);
    }
  });

  it('of one value takes little room', () => {
    const plane = createOpaquePlane({ width: 1001, height: 3, depth });
    // the bytes of a float do not repeat within it: it is small once it is deflated
    expect(plane.data.bytes.length).toBeLessThan(depth === 32 ? Infinity : 120);
    expect(decodePlane(plane).every((value) => value === fullScale(depth))).toBe(true);
    if (depth !== 32) expect(encodePlane(decodePlane(plane), 1001, 3, depth).data.kind).toBe('packed');
  });
});

it('every 16-bit value of Photoshop survives the file', () => {
  for (let value = 0; value <= 32768; value++) if (from65535(to65535(value)) !== value) throw new Error(`${value}`);
  expect([to65535(32768), from65535(65535)]).toEqual([65535, 32768]);
});
