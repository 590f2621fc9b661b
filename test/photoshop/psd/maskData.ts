import type { Rect } from '../model/state';
import { createByteReader, type ByteReader } from './byteReader';
import { createByteWriter, type ByteWriter } from './byteWriter';
import { readRect } from './layerRecord';

/** What a layer record says of its masks. `raw` is all of it, without its length; empty: the layer has no mask. */
export interface MaskData {
  readonly raw: Uint8Array;
  readonly bounds: Rect;
  /** 0 or 255. */
  readonly outside: number;
  readonly flags: number;
  readonly parameters: MaskParameters;
  /** The user's own mask, where `bounds` belong to the drawing of user mask and vector mask together. */
  readonly real?: { readonly bounds: Rect; readonly outside: number; readonly flags: number };
}

/** Density 0 to 255, feather in pixels. */
export interface MaskParameters {
  readonly userDensity?: number;
  readonly userFeather?: number;
  readonly vectorDensity?: number;
  readonly vectorFeather?: number;
}

export const maskFlags = { disabled: 2, drawnFromVector: 8, hasParameters: 16 } as const;

const realMaskBytes = 18;
const noRect: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

export function readMaskData(raw: Uint8Array): MaskData {
  if (raw.length === 0) return { raw, bounds: noRect, outside: 0, flags: 0, parameters: {} };
  const reader = createByteReader(raw, 'a layer mask');
  const bounds = readRect(reader);
  const outside = reader.u8();
  const flags = reader.u8();
  // The documentation has the parameters first; independent readers agree on the real mask first.
  const real = reader.remaining >= realMaskBytes ? { real: readRealMask(reader) } : {};
  const parameters = flags & maskFlags.hasParameters && reader.remaining > 0 ? readParameters(reader) : {};
  return { raw, bounds, outside, flags, parameters, ...real };
}

/** A user mask as the file counts it: `outside` is 0 or 255. */
export interface FileMask {
  readonly bounds: Rect;
  readonly outside: number;
  readonly disabled: boolean;
  readonly parameters: MaskParameters;
}

/** The mask of a layer that has a user mask and no vector mask. */
export function createMaskData({ bounds, outside, disabled, parameters }: FileMask): Uint8Array {
  const writer = createByteWriter();
  const hasParameters = Object.keys(parameters).length > 0;
  writeRect(writer, bounds);
  writer.u8(outside);
  writer.u8((disabled ? maskFlags.disabled : 0) | (hasParameters ? maskFlags.hasParameters : 0));
  if (hasParameters) writeParameters(writer, parameters);
  while (writer.length < 20) writer.u8(0);
  return writer.join();
}

/** The drawing of the vector mask stays; the user's own mask stands beside it. */
export function withRealMask(drawn: MaskData, mask: FileMask): Uint8Array {
  const { userDensity: _density, userFeather: _feather, ...vector } = drawn.parameters;
  const parameters = { ...vector, ...mask.parameters };
  const hasParameters = Object.keys(parameters).length > 0;
  const writer = createByteWriter();
  writeRect(writer, drawn.bounds);
  writer.u8(drawn.outside);
  writer.u8((drawn.flags & ~maskFlags.hasParameters) | (hasParameters ? maskFlags.hasParameters : 0));
  writer.u8(mask.disabled ? maskFlags.disabled : 0);
  writer.u8(mask.outside);
  writeRect(writer, mask.bounds);
  if (hasParameters) writeParameters(writer, parameters);
  return writer.join();
}

/** Only the drawing of the vector mask is left. */
export function withoutRealMask(drawn: MaskData): Uint8Array {
  const { userDensity: _density, userFeather: _feather, ...parameters } = drawn.parameters;
  const hasParameters = Object.keys(parameters).length > 0;
  const writer = createByteWriter();
  writeRect(writer, drawn.bounds);
  writer.u8(drawn.outside);
  writer.u8((drawn.flags & ~maskFlags.hasParameters) | (hasParameters ? maskFlags.hasParameters : 0));
  if (hasParameters) writeParameters(writer, parameters);
  while (writer.length < 20) writer.u8(0);
  return writer.join();
}

export function writeRect(writer: ByteWriter, { left, top, right, bottom }: Rect): void {
  writer.i32(top);
  writer.i32(left);
  writer.i32(bottom);
  writer.i32(right);
}

function readRealMask(reader: ByteReader) {
  const flags = reader.u8();
  const outside = reader.u8();
  return { flags, outside, bounds: readRect(reader) };
}

function readParameters(reader: ByteReader): MaskParameters {
  const present = reader.u8();
  const userDensity = present & 1 ? { userDensity: reader.u8() } : {};
  const userFeather = present & 2 ? { userFeather: reader.f64() } : {};
  const vectorDensity = present & 4 ? { vectorDensity: reader.u8() } : {};
  const vectorFeather = present & 8 ? { vectorFeather: reader.f64() } : {};
  return { ...userDensity, ...userFeather, ...vectorDensity, ...vectorFeather };
}

export function writeParameters(writer: ByteWriter, parameters: MaskParameters): void {
  const { userDensity, userFeather, vectorDensity, vectorFeather } = parameters;
  const bit = (value: number | undefined, flag: number) => (value === undefined ? 0 : flag);
  writer.u8(bit(userDensity, 1) | bit(userFeather, 2) | bit(vectorDensity, 4) | bit(vectorFeather, 8));
  if (userDensity !== undefined) writer.u8(userDensity);
  if (userFeather !== undefined) writer.f64(userFeather);
  if (vectorDensity !== undefined) writer.u8(vectorDensity);
  if (vectorFeather !== undefined) writer.f64(vectorFeather);
}
