import { convertIndexedToRgb, decode, type DecodedPng } from 'fast-png';
import { documentOf } from '../model/createDocument';
import { newBackground } from '../model/newBackground';
import { knownPlanes, newPixelLayer } from '../model/newLayer';
import { canvasOf } from '../model/rects';
import { planesOf } from '../model/samples';
import type { DocumentState, LayerState, Planes } from '../model/state';
import { DamagedFile } from '../psd/damagedFile';
import { from65535 } from '../psd/samples';
import { fittingProfile } from './fittingProfile';

const maxPixels = 400e6;
/** The most that deflate can gain. */
const zipGain = 1040;
const inchesPerMeter = 39.3700787;

/**
 * A PNG as a document with a Background; with transparency it is a layer "Layer 0". Gray stays gray, a palette
 * becomes RGB; 16 bit stays 16 bit; the profile and the resolution are kept. Throws `DamagedFile`.
 */
export function readPng(bytes: Uint8Array): DocumentState {
  refuseBombs(bytes);
  const png = decodePng(bytes);
  const { width, height, depth } = png;
  const planes = planesFrom(png);
  const mode = planes.color.length === 1 ? 'gray' : 'rgb';
  const profile = fittingProfile(png.iccEmbeddedProfile?.profile, mode);
  const base = {
    width,
    height,
    mode,
    depth: depth === 16 ? 16 : 8,
    resolution: resolutionOf(png),
    ...profile,
  } as const;
  return documentOf(base, [layerOf(planes, width, height)]);
}

/** A Background, or a layer where something shines through. */
export function layerOf(planes: Planes, width: number, height: number): LayerState {
  if (!planes.alpha) return newBackground(1, width, height, knownPlanes(planes));
  return { ...newPixelLayer(1, 'Layer 0'), bounds: canvasOf({ width, height }), pixels: knownPlanes(planes) };
}

/** Looks at the size before anything is unpacked: a few bytes must not claim a picture that fills the memory. */
function refuseBombs(bytes: Uint8Array): void {
  if (bytes.length < 24) throw damagedPng();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixels = view.getUint32(16) * view.getUint32(20);
  if (pixels > maxPixels) throw new DamagedFile('This picture is too large to be opened.');
  if (pixels === 0 || pixels / 8 > bytes.length * zipGain) throw damagedPng();
}

function damagedPng(): DamagedFile {
  return new DamagedFile('This PNG file is damaged or incomplete and cannot be opened.');
}

function decodePng(bytes: Uint8Array): DecodedPng {
  try {
    return decode(bytes, { checkCrc: true });
  } catch {
    throw damagedPng();
  }
}

function planesFrom(png: DecodedPng): Planes {
  if (png.palette) return palettePlanes(png);
  const data = png.depth === 16 ? Uint16Array.from(png.data, from65535) : eightBitOf(png);
  const colors = png.channels < 3 ? 1 : 3;
  const { color, alpha } = planesOf(data, png.channels, colors);
  const shown = alpha ?? keyedAlpha(png);
  return shown ? { color, alpha: shown } : { color };
}

function palettePlanes(png: DecodedPng): Planes {
  const rgb = convertIndexedToRgb(png);
  const components = rgb.length / (png.width * png.height);
  return planesOf(rgb instanceof Uint8Array ? rgb : Uint8Array.from(rgb), components, 3);
}

/** Gray of 1, 2 or 4 bits stands several pixels to a byte, each row from a new byte on. */
function eightBitOf({ data, depth, width, height }: DecodedPng): Uint8Array {
  if (depth === 8) return Uint8Array.from(data);
  const rowBytes = Math.ceil((width * depth) / 8);
  const highest = (1 << depth) - 1;
  const gray = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const bit = x * depth;
      const byte = data[y * rowBytes + (bit >> 3)] ?? 0;
      gray[i] = (((byte >> (8 - depth - (bit & 7))) & highest) * 255) / highest;
    }
  }
  return gray;
}

/** A color that stands for nothing: exactly those pixels are transparent. */
function keyedAlpha({ transparency, data, channels, depth }: DecodedPng): Uint8Array | Uint16Array | undefined {
  if (!transparency || depth < 8) return undefined;
  const count = data.length / channels;
  const alpha = depth === 16 ? new Uint16Array(count).fill(32768) : new Uint8Array(count).fill(255);
  for (let i = 0; i < count; i++) {
    if (transparency.every((value, c) => data[i * channels + c] === value)) alpha[i] = 0;
  }
  return alpha;
}

function resolutionOf({ resolution }: DecodedPng): number {
  return resolution?.unit === 1 && resolution.x > 0 ? resolution.x / inchesPerMeter : 72;
}
