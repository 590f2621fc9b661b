import type { ShownImage, Showing } from '../../../photoshop/modules/globals/imageBlob';

/** Makes the pictures of `ImageBlob` visible to an `<img>`: uncompressed ones as bitmaps, which cost no encoding. */
export const showing: Showing = {
  publish: ({ bytes, type, raw }: ShownImage) =>
    URL.createObjectURL(
      raw ? new Blob([bitmapOf(bytes, raw)], { type: 'image/bmp' }) : new Blob([bytes.slice()], { type }),
    ),
  withdraw: (address) => URL.revokeObjectURL(address),
};

type Raw = NonNullable<ShownImage['raw']>;

const headerBytes = 14 + 108;

/** A bitmap with alpha (BITMAPV4HEADER), blue first, rows from the top. */
function bitmapOf(bytes: Uint8Array, { width, height, components, componentSize }: Raw): ArrayBuffer {
  const file = new ArrayBuffer(headerBytes + width * height * 4);
  const view = new DataView(file);
  view.setUint16(0, 0x424d);
  view.setUint32(2, file.byteLength, true);
  view.setUint32(10, headerBytes, true);
  view.setUint32(14, 108, true);
  view.setInt32(18, width, true);
  view.setInt32(22, -height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 32, true);
  // the channels are told apart by masks
  view.setUint32(30, 3, true);
  [0x00ff0000, 0x0000ff00, 0x000000ff, 0xff000000].forEach((mask, i) => view.setUint32(54 + i * 4, mask, true));
  view.setUint32(70, 0x73524742, true);
  paint(new Uint8Array(file, headerBytes), valuesOf(bytes, componentSize), components);
  return file;
}

function paint(target: Uint8Array, values: Uint8Array, components: number): void {
  const [green, blue] = components < 3 ? [0, 0] : [1, 2];
  for (let from = 0, to = 0; to < target.length; from += components, to += 4) {
    target[to] = values[from + blue];
    target[to + 1] = values[from + green];
    target[to + 2] = values[from];
    target[to + 3] = components === 4 ? values[from + 3] : 255;
  }
}

/** 16 bit is counted to 32768. */
function valuesOf(bytes: Uint8Array, componentSize: 8 | 16): Uint8Array {
  if (componentSize === 8) return bytes;
  const deep = new Uint16Array(bytes.slice().buffer);
  return Uint8Array.from(deep, (value) => Math.min(255, Math.round((value * 255) / 32768)));
}
