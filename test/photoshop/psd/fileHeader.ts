import type { Depth, Mode } from '../model/state';
import type { ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import { damaged } from './damagedFile';
import { psb, psd, type Flavor } from './flavor';

export interface FileHeader {
  readonly flavor: Flavor;
  readonly channels: number;
  readonly width: number;
  readonly height: number;
  readonly depth: Depth;
  readonly mode: Mode;
}

const modeNumbers: Readonly<Record<Mode, number>> = {
  bitmap: 0,
  gray: 1,
  indexed: 2,
  rgb: 3,
  cmyk: 4,
  multichannel: 7,
  duotone: 8,
  lab: 9,
};

/** How many planes the colors of a mode take. */
export function colorChannelsOf(mode: Mode): number {
  if (mode === 'rgb' || mode === 'lab') return 3;
  return mode === 'cmyk' ? 4 : 1;
}

export function readFileHeader(reader: ByteReader): FileHeader {
  if (reader.remaining < 4 || reader.key() !== '8BPS') damaged('it does not begin like a Photoshop document');
  const version = reader.u16();
  if (version !== 1 && version !== 2) damaged('it is of an unknown version');
  const flavor = version === 1 ? psd : psb;
  reader.skip(6);
  const channels = reader.u16();
  const height = reader.u32();
  const width = reader.u32();
  const depth = reader.u16();
  const modeNumber = reader.u16();
  const mode = modes.find((name) => modeNumbers[name] === modeNumber) ?? damaged('its color mode is unknown');
  if (width < 1 || height < 1 || width > flavor.maxSide || height > flavor.maxSide) damaged('its size is impossible');
  if (depth !== 1 && depth !== 8 && depth !== 16 && depth !== 32) damaged('its depth is impossible');
  if (mode !== 'rgb' || (depth !== 8 && depth !== 16)) throw notYet(mode, depth);
  if (channels < colorChannelsOf(mode) || channels > 56) damaged('its number of channels is impossible');
  return { flavor, channels, width, height, depth, mode };
}

export function writeFileHeader(writer: ByteWriter, header: FileHeader): void {
  writer.ascii('8BPS');
  writer.u16(header.flavor.version);
  writer.zeros(6);
  writer.u16(header.channels);
  writer.u32(header.height);
  writer.u32(header.width);
  writer.u16(header.depth);
  writer.u16(modeNumbers[header.mode]);
}

const modes: readonly Mode[] = ['bitmap', 'gray', 'indexed', 'rgb', 'cmyk', 'multichannel', 'duotone', 'lab'];

/** Not damaged, but beyond what is read here. */
export class UnsupportedFile extends Error {
  override readonly name = 'UnsupportedFile';
}

function notYet(mode: Mode, depth: number): Error {
  const found = `${mode === 'rgb' || mode === 'cmyk' ? mode.toUpperCase() : mode} mode with ${depth} bits per channel`;
  return new UnsupportedFile(
    `Documents in ${found} cannot be opened here; choose RGB Color and 8 or 16 Bits/Channel in Image > Mode, and save again.`,
  );
}
