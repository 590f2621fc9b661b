import { mustHold } from '../../base/unreadable';
import { jpegCode, type JpegCode } from './jpegCode';

/** What a JPEG's segments have set so far. */
export interface JpegTables {
  /** Factors of the coefficients, row by row. */
  readonly quantities: Uint16Array[];
  readonly dcCodes: (JpegCode | undefined)[];
  readonly acCodes: (JpegCode | undefined)[];
  /** So many units may be read for themselves; 0: all in one. */
  restartInterval: number;
}

export function createTables(): JpegTables {
  return {
    quantities: Array.from({ length: 4 }, () => new Uint16Array(64).fill(1)),
    dcCodes: [],
    acCodes: [],
    restartInterval: 0,
  };
}

/** Where in a block the coefficients lie in the order in which they are written. (T.81, figure 5.) */
export const zigzag = Uint8Array.from([
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5],
  ...[12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28],
  ...[35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51],
  ...[58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
]);

/** One or more tables of factors. (T.81, B.2.4.1.) */
export function readQuantities(tables: JpegTables, content: Uint8Array): void {
  for (let at = 0; at < content.length;) {
    const [wide, number] = [content[at] >> 4, content[at] & 15];
    const size = wide > 0 ? 2 : 1;
    mustHold(number < 4 && at + 1 + 64 * size <= content.length, 'a table of a JPEG');
    const factors = new Uint16Array(64);
    for (let i = 0, from = at + 1; i < 64; i++, from += size) {
      factors[zigzag[i]] = size === 1 ? content[from] : (content[from] << 8) | content[from + 1];
    }
    tables.quantities[number] = factors;
    at += 1 + 64 * size;
  }
}

/** One or more Huffman codes. (T.81, B.2.4.2.) */
export function readCodes(tables: JpegTables, content: Uint8Array): void {
  for (let at = 0; at < content.length;) {
    const [isAc, number] = [content[at] >> 4 === 1, content[at] & 15];
    const counts = content.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    mustHold(number < 4 && total <= 256 && at + 17 + total <= content.length, 'a Huffman code of a JPEG');
    const code = jpegCode(counts, content.slice(at + 17, at + 17 + total));
    if (isAc) tables.acCodes[number] = code;
    else tables.dcCodes[number] = code;
    at += 17 + total;
  }
}
