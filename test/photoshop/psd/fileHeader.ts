import { colorChannelsOf, modeOfNumber, modes, type FileDepth } from '../model/modes';
import type { Mode } from '../model/state';
import type { ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import { damaged } from './damagedFile';
import { psb, psd, type Flavor } from './flavor';

export interface FileHeader {
  readonly flavor: Flavor;
  readonly channels: number;
  readonly width: number;
  readonly height: number;
  readonly depth: FileDepth;
  readonly mode: Mode;
}

/** The 56 that Photoshop allows; in its own files the transparency of the composite comes on top. */
const maxChannels = 57;

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
  const mode = modeOfNumber(reader.u16()) ?? damaged('its color mode is unknown');
  if (width < 1 || height < 1 || width > flavor.maxSide || height > flavor.maxSide) damaged('its size is impossible');
  const fileDepth = modes[mode].depths.find((known) => known === depth) ?? damaged('its depth is impossible');
  if (channels < colorChannelsOf(mode) || channels > maxChannels) damaged('its number of channels is impossible');
  return { flavor, channels, width, height, depth: fileDepth, mode };
}

export function writeFileHeader(writer: ByteWriter, header: FileHeader): void {
  writer.ascii('8BPS');
  writer.u16(header.flavor.version);
  writer.zeros(6);
  writer.u16(header.channels);
  writer.u32(header.height);
  writer.u32(header.width);
  writer.u16(header.depth);
  writer.u16(modes[header.mode].number);
}
