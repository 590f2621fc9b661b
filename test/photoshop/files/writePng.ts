import { zlibSync } from 'fflate';
import type { Planes, Samples } from '../model/state';
import { createByteWriter, type ByteWriter } from '../psd/byteWriter';
import { to65535 } from '../psd/samples';

export interface PngPicture {
  readonly width: number;
  readonly height: number;
  /** Gray or RGB at 8 or 16 bit, as Photoshop counts. */
  readonly planes: Planes;
  /** The ICC profile to embed. */
  readonly profile?: Uint8Array;
  /** Pixels per inch. */
  readonly resolution?: number;
}

/** A PNG at the depth of the picture, gray or RGB, with or without alpha. 16 bit is stretched from 0..32768 to 0..65535. */
export function writePng({ width, height, planes, profile, resolution }: PngPicture): Uint8Array {
  const writer = createByteWriter();
  const isDeep = planes.color[0] instanceof Uint16Array;
  writer.bytes(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
  writeChunk(writer, 'IHDR', header(width, height, isDeep ? 16 : 8, colorTypeOf(planes)));
  if (profile) writeChunk(writer, 'iCCP', profileChunk(profile));
  if (resolution) writeChunk(writer, 'pHYs', resolutionChunk(resolution));
  const channels = planes.alpha ? [...planes.color, planes.alpha] : planes.color;
  writeChunk(writer, 'IDAT', zlibSync(filteredRows(channels, width, height, isDeep ? 2 : 1), { level: 3 }));
  writeChunk(writer, 'IEND', new Uint8Array(0));
  return writer.join();
}

/** 0 gray, 2 RGB; 4 more with alpha. */
function colorTypeOf({ color, alpha }: Planes): number {
  return (color.length === 1 ? 0 : 2) + (alpha ? 4 : 0);
}

function header(width: number, height: number, depth: number, colorType: number): Uint8Array {
  const writer = createByteWriter();
  writer.u32(width);
  writer.u32(height);
  writer.bytes(Uint8Array.of(depth, colorType, 0, 0, 0));
  return writer.join();
}

function profileChunk(profile: Uint8Array): Uint8Array {
  const writer = createByteWriter();
  writer.ascii('ICC Profile\0\0');
  writer.bytes(zlibSync(profile));
  return writer.join();
}

function resolutionChunk(pixelsPerInch: number): Uint8Array {
  const perMeter = Math.round(pixelsPerInch / 0.0254);
  const writer = createByteWriter();
  writer.u32(perMeter);
  writer.u32(perMeter);
  writer.u8(1);
  return writer.join();
}

/** Each row after the filter `Sub`: every byte as the difference to the same byte of the pixel before. */
function filteredRows(channels: readonly Samples[], width: number, height: number, bytes: 1 | 2): Uint8Array {
  const pixelBytes = channels.length * bytes;
  const rowBytes = 1 + width * pixelBytes;
  const rows = new Uint8Array(rowBytes * height);
  channels.forEach((plane, channel) => {
    for (let y = 0, i = 0; y < height; y++) {
      let at = y * rowBytes + 1 + channel * bytes;
      for (let x = 0; x < width; x++, i++, at += pixelBytes) {
        const value = bytes === 2 ? to65535(plane[i] ?? 0) : (plane[i] ?? 0);
        if (bytes === 2) rows[at] = value >> 8;
        rows[at + bytes - 1] = value;
      }
    }
  });
  for (let y = 0; y < height; y++) {
    const start = y * rowBytes;
    rows[start] = 1;
    for (let at = start + rowBytes - 1; at > start + pixelBytes; at--)
      rows[at] = (rows[at] ?? 0) - (rows[at - pixelBytes] ?? 0);
  }
  return rows;
}

function writeChunk(writer: ByteWriter, type: string, data: Uint8Array): void {
  const content = createByteWriter();
  content.ascii(type);
  content.bytes(data);
  const bytes = content.join();
  writer.u32(data.length);
  writer.bytes(bytes);
  writer.u32(crc32(bytes));
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** The checksum of PNG chunks (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = (crcTable[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
