import { decode, encode } from 'fast-png';
import { zlibSync } from 'fflate';
import { encode as encodeJpeg } from 'jpeg-js';
import { namedProfile } from '../color/namedProfiles';
import { noise } from '../fixtures/documents';
import { DamagedFile } from '../psd/damagedFile';
import { UnsupportedFile } from '../psd/unsupportedFile';
import { openDocument } from './openDocument';
import { writePng } from './writePng';

const adobe = namedProfile('Adobe RGB (1998)') ?? new Uint8Array(0);
const planes8 = { color: [1, 2, 3].map((seed) => noise(8, 35, seed)) };
const planes16 = { color: [1, 2, 3].map((seed) => noise(16, 35, seed)) };

describe('a PNG', () => {
  it.each([planes8, planes16])('comes back as a Background with its profile and resolution', (planes) => {
    const state = openDocument(writePng({ width: 7, height: 5, planes, profile: adobe, resolution: 300 }));
    expect(state.layers.map(({ name, isBackground }) => [name, isBackground])).toEqual([['Background', true]]);
    expect(state.layers[0]?.pixels.read()).toEqual(planes);
    expect([state.width, state.height, state.profile]).toEqual([7, 5, adobe]);
    expect(state.resolution).toBeCloseTo(300, 1);
  });

  it('with alpha comes as a layer', () => {
    const planes = { ...planes8, alpha: noise(8, 35, 4) };
    const state = openDocument(writePng({ width: 7, height: 5, planes }));
    expect(state.layers.map(({ name, isBackground }) => [name, isBackground])).toEqual([['Layer 0', false]]);
    expect(state.layers[0]?.pixels.read()).toEqual(planes);
  });

  it('is written so that another reader sees the same, 16 bit up to 65535', () => {
    const png = decode(writePng({ width: 7, height: 5, planes: planes16, profile: adobe }), { checkCrc: true });
    expect([png.width, png.height, png.depth, png.channels]).toEqual([7, 5, 16, 3]);
    expect(png.iccEmbeddedProfile?.profile).toEqual(adobe);
    expect(png.data[0]).toBe(Math.round(((planes16.color[0]?.[0] ?? 0) * 65535) / 32768));
  });

  it('of gray stays gray, also of few bits; with a palette it becomes RGB', () => {
    const gray = encode({ width: 2, height: 1, data: Uint8Array.of(3, 200), channels: 1, depth: 8 });
    expect(openDocument(gray).mode).toBe('gray');
    expect(openDocument(gray).layers[0]?.pixels.read().color).toEqual([Uint8Array.of(3, 200)]);
    const twoBits = handMade(3, 1, 2, 0, [], [0, 0b00011100]);
    expect(openDocument(twoBits).layers[0]?.pixels.read().color).toEqual([Uint8Array.of(0, 85, 255)]);
    const palette = handMade(2, 1, 8, 3, [1, 2, 3, 4, 5, 6], [0, 1, 0]);
    expect(openDocument(palette).layers[0]?.pixels.read().color).toEqual(
      [
        [4, 1],
        [5, 2],
        [6, 3],
      ].map((v) => Uint8Array.from(v)),
    );
  });

  it('that is cut off or lies about its size is refused with a sentence', () => {
    const png = writePng({ width: 7, height: 5, planes: planes8 });
    for (let length = 0; length < png.length; length++) {
      expect(() => openDocument(png.subarray(0, length))).toThrow(DamagedFile);
    }
    const huge = png.slice();
    huge.set([0, 1, 0, 0, 0, 1, 0, 0], 16);
    expect(() => openDocument(huge)).toThrow(/^This .*\.$/);
  });
});

/** The four quarters that are to be seen, row by row, of a picture stored as 1 3 / 2 4. */
const held: readonly (readonly [number, readonly number[]])[] = [
  [1, [1, 3, 2, 4]],
  [2, [3, 1, 4, 2]],
  [3, [4, 2, 3, 1]],
  [4, [2, 4, 1, 3]],
  [5, [1, 2, 3, 4]],
  [6, [2, 1, 4, 3]],
  [7, [4, 3, 2, 1]],
  [8, [3, 4, 1, 2]],
];

describe('a JPEG', () => {
  const data = new Uint8Array(16 * 8 * 4).fill(90);
  const jpeg = new Uint8Array(encodeJpeg({ width: 16, height: 8, data }, 90).data);

  it('comes as a Background', () => {
    const state = openDocument(jpeg);
    expect([state.width, state.height, state.depth, state.layers[0]?.isBackground]).toEqual([16, 8, 8, true]);
    expect(Math.abs((state.layers[0]?.pixels.read().color[1]?.[40] ?? 0) - 90)).toBeLessThan(3);
  });

  it('brings the profile that lies in it in pieces, and its resolution', () => {
    const piece = (index: number, part: Uint8Array) => segment(0xe2, [...ascii('ICC_PROFILE\0'), index, 2, ...part]);
    const jfif = segment(0xe0, [...ascii('JFIF\0'), 1, 2, 1, 1, 44, 1, 44, 0, 0]);
    const rest = jpeg.subarray(2 + 2 + 16);
    const parts = [jfif, piece(2, adobe.subarray(100)), piece(1, adobe.subarray(0, 100))];
    const state = openDocument(Uint8Array.from([0xff, 0xd8, ...parts.flatMap((part) => [...part]), ...rest]));
    expect([state.profile, state.resolution]).toEqual([adobe, 300]);
  });

  it.each(held)('is upright however the camera was held: orientation %i', (orientation, rows) => {
    // dark left and lighter right; the lower half a step lighter
    const stored = new Uint8Array(32 * 16 * 4).map(
      (_, i) => 40 + (((i >> 2) & 31) > 15 ? 80 : 0) + (i > 1023 ? 40 : 0),
    );
    const file = encodeJpeg({ width: 32, height: 16, data: stored }, 95).data;
    const state = openDocument(withSegment(file, exif(orientation)));
    const [plane] = state.layers[0]?.pixels.read().color ?? [];
    const value = (x: number, y: number) =>
      Math.round((plane?.[Math.floor(y * state.height) * state.width + Math.floor(x * state.width)] ?? 0) / 40);
    expect([state.width, state.height]).toEqual(orientation < 5 ? [32, 16] : [16, 32]);
    expect([value(0.2, 0.2), value(0.8, 0.2), value(0.2, 0.8), value(0.8, 0.8)]).toEqual(rows);
    expect(state.layers[0]?.bounds).toMatchObject({ right: state.width, bottom: state.height });
  });

  it('whose EXIF breaks off, or says an orientation that there is not, stays as it is', () => {
    for (const broken of [exif(9), exif(6).slice(0, 24), [...ascii('Exif\0\0')]]) {
      expect(openDocument(withSegment(jpeg, broken)).width).toBe(16);
    }
  });

  it('of four inks is refused with a sentence', () => {
    const frame = [8, 0, 8, 0, 16, 4, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0];
    const start = Uint8Array.from([0xff, 0xd8, ...segment(0xc0, frame)]);
    expect(() => openDocument(start)).toThrow(UnsupportedFile);
    expect(() => openDocument(start)).toThrow(/^This JPEG file is in CMYK .+\.$/);
  });

  it('keeps no profile of other colors than its own', () => {
    const gray = namedProfile('Gray Gamma 2.2') ?? new Uint8Array(0);
    const carrying = (profile: Uint8Array) => [...ascii('ICC_PROFILE\0'), 1, 1, ...profile];
    expect(openDocument(withSegment(jpeg, carrying(gray), 0xe2)).profile).toBeUndefined();
    expect(openDocument(withSegment(jpeg, carrying(adobe), 0xe2)).profile).toEqual(adobe);
  });

  it('that is cut off is refused', () => {
    expect(() => openDocument(jpeg.subarray(0, 200))).toThrow(DamagedFile);
  });
});

it('anything else is refused', () => {
  expect(() => openDocument(Uint8Array.of(1, 2, 3, 4))).toThrow(/neither a Photoshop document nor a PNG or JPEG/);
});

function withSegment(file: Uint8Array, content: readonly number[], marker = 0xe1): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, ...segment(marker, content), ...file.subarray(2)]);
}

/** An EXIF block that says nothing but the orientation. */
function exif(orientation: number): readonly number[] {
  const entry = [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
  return [...ascii('Exif\0\0II*\0'), 8, 0, 0, 0, 1, 0, ...entry, 0, 0, 0, 0];
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function segment(marker: number, content: readonly number[]): Uint8Array {
  const length = content.length + 2;
  return Uint8Array.from([0xff, marker, length >> 8, length & 255, ...content]);
}

/** A PNG of kinds that the writer does not make. */
function handMade(
  width: number,
  height: number,
  depth: number,
  type: number,
  palette: number[],
  rows: number[],
): Uint8Array {
  const chunk = (name: string, data: readonly number[]) => {
    const body = [...ascii(name), ...data];
    return [...u32(data.length), ...body, ...u32(crc(body))];
  };
  const header = chunk('IHDR', [...u32(width), ...u32(height), depth, type, 0, 0, 0]);
  const colors = palette.length > 0 ? chunk('PLTE', palette) : [];
  const pixels = chunk('IDAT', [...zlibSync(Uint8Array.from(rows))]);
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    ...header,
    ...colors,
    ...pixels,
    ...chunk('IEND', []),
  ]);
}

function u32(value: number): readonly number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
}

function crc(bytes: readonly number[]): number {
  const step = (sum: number) => (sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1);
  return (
    ~bytes.reduce((sum, byte) => Array.from({ length: 8 }).reduce<number>((rest) => step(rest), sum ^ byte), -1) >>> 0
  );
}
