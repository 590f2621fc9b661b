import { createByteWriter, type ByteWriter } from '../psd/byteWriter';
import { inkColor, inksFor } from './pressModel';
import { d50, type Xyz } from './primaries';
import { profileOf, textTag, descriptionTag, xyzTag } from './profileBytes';

/**
 * A CMYK profile of an imagined press, for tests and for documents that come without one: tables of 16 bit in both
 * directions (ICC.1:2001-04, 6.5.9), sampled from `pressModel`.
 */
export function buildPressProfile(name: string): Uint8Array {
  const toLab = tableTag(4, inkGrid, 3, ([c, m, y, k]) => encodedLab(inkColor(c, m, y, k)));
  const fromLab = tableTag(3, labGrid, 4, (lab) => inksFor(decodedLab(lab)));
  return profileOf(
    [
      ['desc', descriptionTag(name)],
      ['cprt', textTag('No copyright, use freely')],
      ['wtpt', xyzTag(d50)],
      ['A2B0', toLab],
      ['A2B1', toLab],
      ['A2B2', toLab],
      ['B2A0', fromLab],
      ['B2A1', fromLab],
      ['B2A2', fromLab],
    ],
    { device: 'prtr', space: 'CMYK', connection: 'Lab ' },
  );
}

const entries = 256;
/** Version 2 counts L = 100 as 0xff00. */
const whiteL = 65280 / 65535;
const inkGrid = 9;
const labGrid = 25;

/** `colorAt` gets and gives values from 0 to 1. */
function tableTag(
  inputs: number,
  points: number,
  outputs: number,
  colorAt: (place: readonly number[]) => readonly number[],
): Uint8Array {
  const writer = createByteWriter();
  writer.ascii('mft2\0\0\0\0');
  writer.bytes(Uint8Array.of(inputs, outputs, points, 0));
  // the identity matrix, which tables of Lab do not use
  for (let i = 0; i < 9; i++) writer.i32(i % 4 === 0 ? 65536 : 0);
  writer.u16(entries);
  writer.u16(2);
  // the first input of a table from Lab is L: its grid ends at 100, not at the end of its counting
  for (let i = 0; i < inputs; i++) writeCurve(writer, inputs === 3 && i === 0 ? 1 / whiteL : 1);
  for (let i = 0; i < points ** inputs; i++) {
    const place = Array.from({ length: inputs }, (_, axis) => indexAt(i, axis, inputs, points) / (points - 1));
    for (const value of colorAt(place)) writer.u16(Math.round(Math.min(1, Math.max(0, value)) * 65535));
  }
  for (let i = 0; i < outputs; i++) writeStraight(writer);
  return writer.join();
}

function writeCurve(writer: ByteWriter, slope: number): void {
  for (let i = 0; i < entries; i++) writer.u16(Math.round(Math.min(1, (i / (entries - 1)) * slope) * 65535));
}

function writeStraight(writer: ByteWriter): void {
  writer.u16(0);
  writer.u16(65535);
}

/** The first input runs slowest. */
function indexAt(point: number, axis: number, inputs: number, points: number): number {
  return Math.floor(point / points ** (inputs - 1 - axis)) % points;
}

/** Version 2 counts 0x8000 as neutral. */
function encodedLab([l, a, b]: Xyz): readonly number[] {
  return [(l / 100) * whiteL, ((a + 128) * 256) / 65535, ((b + 128) * 256) / 65535];
}

function decodedLab([l = 0, a = 0, b = 0]: readonly number[]): Xyz {
  return [l * 100, (a * 65535) / 256 - 128, (b * 65535) / 256 - 128];
}
