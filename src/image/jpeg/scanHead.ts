import { mustHold } from '../../base/unreadable';
import type { Component, Frame } from './frame';

/** What stands in the head of a scan. (T.81, B.2.3.) */
export interface ScanHead {
  readonly parts: readonly ScanPart[];
  /** The first and last coefficient, and how many low bits were left out before and are left out now. */
  readonly first: number;
  readonly last: number;
  readonly lowBefore: number;
  readonly low: number;
}

export interface ScanPart {
  readonly component: Component;
  readonly dcCode: number;
  readonly acCode: number;
}

export function readScanHead(content: Uint8Array, { components, passes }: Frame): ScanHead {
  const count = content[0];
  mustHold(count > 0 && count <= components.length && content.length >= count * 2 + 4, 'the head of a scan');
  const parts = Array.from({ length: count }, (_, i) => {
    const component = components.find(({ id }) => id === content[1 + i * 2]);
    mustHold(component !== undefined, 'a color of the picture');
    const codes = content[2 + i * 2];
    mustHold(codes >> 4 < 4 && (codes & 15) < 4, 'the head of a scan');
    return { component, dcCode: codes >> 4, acCode: codes & 15 };
  });
  mustHold(new Set(parts.map(({ component }) => component)).size === count, 'each color once in a scan');
  if (passes === 'one') return { parts, first: 0, last: 63, lowBefore: 0, low: 0 };
  const [first, last, bits] = content.subarray(1 + count * 2);
  const head = { parts, first, last, lowBefore: bits >> 4, low: bits & 15 };
  const isDirect = first === 0 ? last === 0 : last >= first && last < 64 && count === 1;
  mustHold(isDirect && head.low < 14, 'the head of a scan');
  return head;
}
