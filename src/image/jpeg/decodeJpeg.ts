import type { Sliced } from '../../base/slices';
import { Unreadable, mustHold } from '../../base/unreadable';
import type { EmbeddedColor } from '../embeddedColor';
import { turnUpright } from '../orientation';
import { defaultLimits, type PictureFile, type PictureLimits } from '../pictureFile';
import { colorsOf, type ColorTransform } from './colorsOf';
import { type Frame, readFrame } from './frame';
import { transformBlock } from './inverseTransform';
import { readScan } from './readScan';
import { profileOf, type Remarks, readRemark } from './remarks';
import { readScanHead } from './scanHead';
import { createTables, type JpegTables, readCodes, readQuantities } from './tables';

/**
 * Reads a JPEG in slices: gray or three colors, baseline or progressive, upright by its EXIF orientation. Throws `Unreadable`:
 * `too-large` before anything is unpacked, `unsupported` for what only few programs write (four colors, arithmetic codes, 12
 * bit), and `damaged`. (ITU T.81, JFIF 1.02.)
 */
export function* decodeJpeg(bytes: Uint8Array, limits: PictureLimits = defaultLimits): Sliced<PictureFile> {
  const { frame, remarks } = yield* readSegments(bytes, limits);
  if (frame.passes === 'several') yield* transformAll(frame, remarks.tables);
  const raster = yield* colorsOf(frame, transformOf(frame, remarks));
  const profile = profileOf(remarks, limits);
  const color: EmbeddedColor = profile ? { kind: 'profile', bytes: profile } : { kind: 'untagged' };
  return { raster: yield* turnUpright(raster, remarks.orientation), color };
}

interface Content {
  readonly frame: Frame;
  readonly remarks: Remarks;
}

/** Files of more scans are made to waste time; those of real programs have about ten. */
const mostScans = 100;

function* readSegments(bytes: Uint8Array, limits: PictureLimits): Sliced<Content> {
  mustHold(bytes[0] === 0xff && bytes[1] === 0xd8, 'the beginning of a JPEG');
  const remarks: Remarks = { tables: createTables(), profileParts: [], orientation: 1, jfif: false, adobe: undefined };
  const { tables } = remarks;
  let frame: Frame | undefined;
  let scans = 0;
  for (let at = 2; ;) {
    at = nextMarker(bytes, at);
    // the end may be missing where all the rest is there
    const marker = at < bytes.length ? bytes[at] : endOfPicture;
    if (marker === endOfPicture) break;
    if (standsAlone(marker)) continue;
    const content = segmentAt(bytes, at + 1);
    at += 3 + content.length;
    if (marker === 0xda) {
      mustHold(frame !== undefined && ++scans <= mostScans, 'the scans of a JPEG');
      at = yield* readScan(bytes, at, frame, readScanHead(content, frame), tables);
    } else if (isFrame(marker)) {
      mustHold(frame === undefined, 'one picture in a JPEG');
      frame = readFrame(marker, content, limits);
    } else readSegment(marker, content, remarks);
  }
  mustHold(frame !== undefined && scans > 0, 'the picture of a JPEG');
  return { frame, remarks };
}

const endOfPicture = 0xd9;

/** Where the next marker's number stands. */
function nextMarker(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] > 0 && bytes[at + 1] < 0xff)) at++;
  return at + 1;
}

/** A restart that belongs to no scan, and a mark without a meaning. */
function standsAlone(marker: number): boolean {
  return (marker & 0xf8) === 0xd0 || marker === 1;
}

function segmentAt(bytes: Uint8Array, at: number): Uint8Array {
  const length = (bytes[at] << 8) | bytes[at + 1];
  mustHold(length >= 2 && at + length <= bytes.length, 'a whole segment of a JPEG');
  return bytes.subarray(at + 2, at + length);
}

/** All kinds of pictures; DHT, JPG and DAC lie between. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker < 0xd0 && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readSegment(marker: number, content: Uint8Array, remarks: Remarks): void {
  const { tables } = remarks;
  if (marker === 0xdb) readQuantities(tables, content);
  else if (marker === 0xc4) readCodes(tables, content);
  else if (marker === 0xdd) tables.restartInterval = (content[0] << 8) | content[1];
  else if (marker === 0xcc) throw new Unreadable('unsupported', 'a JPEG with arithmetic codes');
  else readRemark(marker, content, remarks);
}

const blocksPerPiece = 200;

/** From the coefficients that several scans have gathered to samples. */
function* transformAll({ components }: Frame, { quantities }: JpegTables): Sliced<void> {
  for (const component of components) {
    const { coefficients, blocksAcross, blocksDown, table } = component;
    for (let block = 0; block < blocksAcross * blocksDown; block++) {
      const [x, y] = [block % blocksAcross, Math.floor(block / blocksAcross)];
      transformBlock(component, coefficients, block * 64, quantities[table], x, y);
      if (block % blocksPerPiece === 0) yield;
    }
  }
}

/** Adobe's mark says it; else three colors are light and two differences, unless their names are R, G and B. */
function transformOf({ components }: Frame, { adobe, jfif }: Remarks): ColorTransform {
  if (adobe !== undefined) return adobe === 0 ? 'none' : 'from-ycc';
  const names = String.fromCharCode(...components.map(({ id }) => id));
  return !jfif && names === 'RGB' ? 'none' : 'from-ycc';
}
