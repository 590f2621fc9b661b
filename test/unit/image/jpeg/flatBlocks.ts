/** A gray JPEG of flat blocks of 8 by 8, `across` in a row, with a restart after every `interval` of them; 0: none. */
export function flatBlocks(across: number, levels: readonly number[], interval: number): Uint8Array {
  const height = Math.ceil(levels.length / across) * 8;
  return Uint8Array.from([
    ...[0xff, 0xd8],
    // factors of 1
    ...segment(0xdb, [0, ...new Array<number>(64).fill(1)]),
    ...segment(0xc0, [8, height >> 8, height & 255, (across * 8) >> 8, (across * 8) & 255, 1, 1, 0x11, 0]),
    // lengths from 0 to 11, four bits each; and one word, the end of a block
    ...segment(0xc4, [0x00, 0, 0, 0, 12, ...new Array<number>(12).fill(0), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ...segment(0xc4, [0x10, 1, ...new Array<number>(15).fill(0), 0]),
    ...segment(0xdd, [interval >> 8, interval & 255]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...scan(levels, interval),
    ...[0xff, 0xd9],
  ]);
}

function segment(marker: number, content: readonly number[]): readonly number[] {
  return [0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255, ...content];
}

function scan(levels: readonly number[], interval: number): readonly number[] {
  const stretch = interval > 0 ? interval : levels.length;
  const bytes: number[] = [];
  for (let start = 0; start < levels.length; start += stretch) {
    if (start > 0) bytes.push(0xff, 0xd0 + ((start / stretch - 1) & 7));
    bytes.push(...packed(levels.slice(start, start + stretch)));
  }
  return bytes;
}

/** The mean of a block is eight times its level less 128; what is written is how it differs from the one before. */
function packed(levels: readonly number[]): readonly number[] {
  let bits = '';
  levels.forEach((level, i) => {
    const difference = (level - (i === 0 ? 128 : levels[i - 1])) * 8;
    const length = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
    const value = difference < 0 ? difference + (1 << length) - 1 : difference;
    bits += length.toString(2).padStart(4, '0') + (length > 0 ? value.toString(2).padStart(length, '0') : '') + '0';
  });
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return bytes.flatMap((byte) => (byte.padEnd(8, '1') === '11111111' ? [0xff, 0] : [parseInt(byte.padEnd(8, '1'), 2)]));
}
