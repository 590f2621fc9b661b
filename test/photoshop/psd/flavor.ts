import type { ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';

/** The two flavors of the format differ in how many bytes a length takes, and in nothing else that matters here. */
export interface Flavor {
  readonly version: 1 | 2;
  readonly maxSide: number;
  /** Lengths of the layer section, the layer info and one channel's data. */
  readLength(reader: ByteReader): number;
  writeLength(writer: ByteWriter, length: number): void;
  readonly lengthBytes: 4 | 8;
  /** Packed length of one row. */
  readonly rowCountBytes: 2 | 4;
  /** Whether the length of an additional block of this key takes 8 bytes. */
  isLongBlock(signature: string, key: string): boolean;
}

/** Additional blocks whose length takes 8 bytes in a PSB. */
const longBlocks = new Set([
  'LMsk',
  'Lr16',
  'Lr32',
  'Layr',
  'Mt16',
  'Mt32',
  'Mtrn',
  'Alph',
  'FMsk',
  'lnk2',
  'FEid',
  'FXid',
  'PxSD',
  'cinf',
]);

export const psd: Flavor = {
  version: 1,
  maxSide: 30000,
  readLength: (reader) => reader.u32(),
  writeLength: (writer, length) => writer.u32(length),
  lengthBytes: 4,
  rowCountBytes: 2,
  isLongBlock: () => false,
};

export const psb: Flavor = {
  version: 2,
  maxSide: 300000,
  readLength: (reader) => reader.u64(),
  writeLength: (writer, length) => writer.u64(length),
  lengthBytes: 8,
  rowCountBytes: 4,
  isLongBlock: (signature, key) => signature === '8B64' || longBlocks.has(key),
};
