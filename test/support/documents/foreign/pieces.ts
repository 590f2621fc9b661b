import type { Grafts, KeyedData } from '../../../photoshop/fixtures/graft';
import { createByteWriter } from '../../../photoshop/psd/byteWriter';
import { writeUnicodeWithEnd } from '../../../photoshop/psd/text';

/** Bytes that no reader takes for anything, another row of them for each seed. */
export function opaqueBytes(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 37 + seed * 101 + ((i * i) >> 3)) & 255);
}

/** A saved path, the work path, and which path clips: records of 26 bytes each. */
export const savedPaths: Grafts = {
  resources: [
    [1025, pathRecords()],
    [2000, pathRecords()],
    [2001, pathRecords()],
    [2999, Uint8Array.of(6, ...ascii('Path 1'), 0, 0, 0, 1, 0, 0, 0)],
  ],
};

/** A record of how it is filled, an empty one, a closed path of three knots. */
function pathRecords(): Uint8Array {
  const writer = createByteWriter();
  writer.u16(6);
  writer.zeros(24);
  writer.u16(8);
  writer.zeros(24);
  writer.u16(0);
  writer.u16(3);
  writer.zeros(22);
  for (let knot = 1; knot <= 3; knot++) {
    writer.u16(2);
    for (let i = 0; i < 6; i++) writer.i32(knot * 1000000 + i * 4096);
  }
  return writer.join();
}

const linkedId = '9b0c1f6e-0f0e-4b46-9d5c-0a1b2c3d4e5f';

/** A file that is linked and not embedded, in a smart object's list of such files. */
export const linkedFile: KeyedData = ['lnkE', linkedFileBytes()];

function linkedFileBytes(): Uint8Array {
  const writer = createByteWriter();
  writer.ascii('liFE');
  writer.u32(2);
  writer.u8(linkedId.length);
  writer.ascii(linkedId);
  writeUnicodeWithEnd(writer, 'elsewhere.psb');
  writer.ascii('8BPB8BIM');
  writer.u64(0);
  writer.u8(0);
  // a descriptor without entries: where the file was
  writer.u32(16);
  writeUnicodeWithEnd(writer, '');
  writer.u32(0);
  writer.ascii('null');
  writer.u32(0);
  writer.u64(1234);
  const item = writer.join();
  const list = createByteWriter();
  list.u64(item.length);
  list.bytes(item);
  list.zeros((4 - (item.length % 4)) % 4);
  return list.join();
}

/** What a file carries beside its picture: captions, camera data, slices, guides, a plugin's own, and blocks of no known key. */
export const besides: Grafts = {
  resources: [
    [1028, Uint8Array.of(0x1c, 2, 120, 0, 3, 65, 66, 67)],
    [1032, Uint8Array.of(0, 0, 0, 1, 0, 0, 2, 64, 0, 0, 2, 64, 0, 0, 0, 0)],
    [1060, Uint8Array.from(ascii('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'))],
    [4000, opaqueBytes(33, 4)],
    [7001, opaqueBytes(12, 5)],
  ],
  document: [
    ['Patt', new Uint8Array(0)],
    ['FMsk', Uint8Array.of(0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 50)],
  ],
  globalMask: Uint8Array.of(0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 50, 0x80, 0, 0, 0),
  end: opaqueBytes(5, 9),
};

/** The mark of a file that was saved without a composite: version 1, none, two empty names, version 1. */
export const noComposite: Grafts = {
  resources: [[1057, Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)]],
};

/** Blocks under keys that nobody knows, for a layer and for a document. */
export const unknownBlocks: readonly KeyedData[] = [
  ['zzz1', opaqueBytes(10, 1)],
  ['zzz2', new Uint8Array(0)],
];

function ascii(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
