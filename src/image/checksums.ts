/**
 * CRC-32 as PNG uses it (polynomial edb88320, reflected) of a stretch of bytes, four bytes a step by four tables.
 * `crc`: what came out for the bytes before.
 */
export function crc32(bytes: Uint8Array, start: number, end: number, crc = 0): number {
  let sum = ~crc;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    sum ^= bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    sum = table3[sum & 255] ^ table2[(sum >>> 8) & 255] ^ table1[(sum >>> 16) & 255] ^ table0[sum >>> 24];
  }
  for (; at < end; at++) sum = table0[(sum ^ bytes[at]) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** Adler-32 (RFC 1950) of a stretch of bytes. `adler`: what came out for the bytes before; 1 where there are none. */
export function adler32(bytes: Uint8Array, start: number, end: number, adler = 1): number {
  let low = adler & 0xffff;
  let high = adler >>> 16;
  for (let from = start; from < end; from += longestSum) {
    const to = from + longestSum < end ? from + longestSum : end;
    for (let at = from; at < to; at++) {
      low += bytes[at];
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return ((high << 16) | low) >>> 0;
}

/** So many bytes can be added before a sum leaves 31 bits. */
const longestSum = 3800;

const table0 = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const table1 = afterOneMore(table0);
const table2 = afterOneMore(table1);
const table3 = afterOneMore(table2);

/** What each byte of the table comes to when a zero byte follows. */
function afterOneMore(table: Int32Array): Int32Array {
  return table.map((value) => table0[value & 255] ^ (value >>> 8));
}
