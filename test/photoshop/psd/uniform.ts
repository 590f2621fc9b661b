import type { Samples } from '../model/state';

/** Whether all values of a range are `value`. */
export function isAll(data: Samples, from: number, to: number, value: number): boolean {
  return data instanceof Uint8Array ? isAllBytes(data, from, to, value) : isAllValues(data, from, to, value);
}

function isAllValues(data: Samples, from: number, to: number, value: number): boolean {
  for (let at = from; at < to; at++) if (data[at] !== value) return false;
  return true;
}

/** Four bytes at a time, between the ends that are not aligned. */
function isAllBytes(data: Uint8Array, from: number, to: number, value: number): boolean {
  const first = Math.min(to, from + ((4 - ((data.byteOffset + from) & 3)) & 3));
  const count = (to - first) >> 2;
  const last = first + count * 4;
  if (!isAllValues(data, from, first, value) || !isAllValues(data, last, to, value)) return false;
  return count === 0 || isAllWords(new Int32Array(data.buffer, data.byteOffset + first, count), value);
}

function isAllWords(words: Int32Array, value: number): boolean {
  const word = Math.imul(value, 0x01010101);
  for (let i = 0; i < words.length; i++) if (words[i] !== word) return false;
  return true;
}
