import type { Depth, Rect } from '../model/state';
import { isSignature, readBlocks, type BlockList } from './blocks';
import { createByteReader, type ByteReader } from './byteReader';
import { damaged } from './damagedFile';
import type { EncodedPlane } from './encodedPlane';
import type { Flavor } from './flavor';
import { readMaskData, type MaskData } from './maskData';
import { planeBytes, readChannelPlane } from './planeReading';

/** A layer as the file has it: one entry of the flat list that runs from bottom to top. */
export interface LayerRecord {
  readonly bounds: Rect;
  readonly channels: readonly ChannelRecord[];
  readonly blendMode: string;
  readonly opacity: number;
  readonly clipping: number;
  readonly flags: number;
  readonly mask: MaskData;
  /** The layer blending ranges, as they came, without their length. */
  readonly blendingRanges: Uint8Array;
  /** The short name with its length and padding, as it came. */
  readonly pascalName: Uint8Array;
  readonly extra: BlockList;
  /** The whole record as it stood in the file. */
  readonly raw: Uint8Array;
}

/** -1 is transparency, -2 the mask, -3 the user's own mask where a vector mask was drawn into -2. */
export interface ChannelRecord {
  readonly id: number;
  /** Compression and data, as they came. */
  readonly raw: Uint8Array;
  readonly plane: EncodedPlane;
}

type RecordHead = Omit<LayerRecord, 'channels'> & { readonly lengths: readonly ChannelLength[] };

interface ChannelLength {
  readonly id: number;
  readonly length: number;
}

const maxChannels = 100;

/** Reads all records, then the channel data that follows them. `depth` is the document's. */
export function readLayerRecords(
  section: Uint8Array,
  start: ByteReader,
  count: number,
  depth: Depth,
  flavor: Flavor,
): readonly LayerRecord[] {
  const heads: RecordHead[] = [];
  for (let i = 0; i < count; i++) heads.push(readRecordHead(section, start, flavor));
  return heads.map(({ lengths, ...head }) => ({
    ...head,
    channels: lengths.map((channel) => readChannel(start, channel, head, depth, flavor)),
  }));
}

function readRecordHead(section: Uint8Array, reader: ByteReader, flavor: Flavor): RecordHead {
  const start = reader.position;
  const bounds = readRect(reader);
  const lengths = readChannelLengths(reader, flavor);
  if (reader.key() !== '8BIM') damaged('the list of layers is out of step');
  const blendMode = reader.key();
  const opacity = reader.u8();
  const clipping = reader.u8();
  const flags = reader.u8();
  reader.skip(1);
  const extra = createByteReader(reader.bytes(reader.u32()), 'a layer');
  const mask = readMaskData(extra.bytes(extra.u32()));
  const blendingRanges = extra.bytes(extra.u32());
  const { pascalName, blocks } = readPascalName(extra);
  return {
    bounds,
    lengths,
    blendMode,
    opacity,
    clipping,
    flags,
    mask,
    blendingRanges,
    pascalName,
    extra: readBlocks(blocks, flavor),
    raw: section.subarray(start, reader.position),
  };
}

export function readRect(reader: ByteReader): Rect {
  const top = reader.i32();
  const left = reader.i32();
  const bottom = reader.i32();
  const right = reader.i32();
  return { left, top, right: Math.max(left, right), bottom: Math.max(top, bottom) };
}

function readChannelLengths(reader: ByteReader, flavor: Flavor): readonly ChannelLength[] {
  const count = reader.u16();
  if (count > maxChannels) damaged('a layer has an impossible number of channels');
  const lengths: ChannelLength[] = [];
  for (let i = 0; i < count; i++) lengths.push({ id: reader.i16(), length: flavor.readLength(reader) });
  return lengths;
}

/** Padded to 4 as a rule; some programs leave the padding out, so the first block's signature decides. */
function readPascalName(extra: ByteReader): { pascalName: Uint8Array; blocks: Uint8Array } {
  const rest = extra.bytes(extra.remaining);
  const named = Math.min(rest.length, 1 + (rest[0] ?? 0));
  const padded = Math.min(rest.length, Math.ceil(named / 4) * 4);
  const end = [padded, named, named + 1, named + 2].find((at) => isSignature(rest, at)) ?? padded;
  return { pascalName: rest.subarray(0, end), blocks: rest.subarray(end) };
}

function readChannel(
  reader: ByteReader,
  { id, length }: ChannelLength,
  { bounds, mask }: Pick<LayerRecord, 'bounds' | 'mask'>,
  depth: Depth,
  flavor: Flavor,
): ChannelRecord {
  const raw = reader.bytes(length);
  const rect =
    new Map([
      [-2, mask.bounds],
      [-3, mask.real?.bounds ?? mask.bounds],
    ]).get(id) ?? bounds;
  const shape = { width: rect.right - rect.left, height: rect.bottom - rect.top, depth };
  if (shape.width > flavor.maxSide || shape.height > flavor.maxSide) damaged('a layer is larger than a file can hold');
  if (length < 2 && planeBytes(shape) > 0) damaged('the pixels of a layer are missing');
  return { id, raw, plane: readChannelPlane(createByteReader(raw, 'a channel of a layer'), shape, flavor) };
}
