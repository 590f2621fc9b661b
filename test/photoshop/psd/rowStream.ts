import { Unzlib } from 'fflate';
import type { Samples } from '../model/state';
import { damaged } from './damagedFile';
import type { EncodedPlane } from './encodedPlane';
import { undoPrediction } from './prediction';
import { rowBytesOf, samplesFromBytes } from './samples';

/** Rows of a deflated plane, in any order; quick where they are asked for from top to bottom. */
export interface RowStream {
  rows(top: number, bottom: number): Samples;
  /** The same as the file counts them; asked for twice in a row they are the same bytes. */
  bytes(top: number, bottom: number): Uint8Array;
}

/**
 * A deflated plane can only be unpacked from its beginning. It is unpacked as far as rows are asked for, and what lies
 * above them is forgotten, so that it is never whole in memory.
 */
export function createRowStream(plane: EncodedPlane): RowStream {
  const rowBytes = rowBytesOf(plane);
  let unpacking = createUnpacking(plane);
  let last: { readonly top: number; readonly bottom: number; readonly bytes: Uint8Array } | undefined;
  const unpack = (top: number, bottom: number) => {
    if (top * rowBytes < unpacking.start) unpacking = createUnpacking(plane);
    const bytes = unpacking.take(top * rowBytes, bottom * rowBytes);
    if (plane.data.kind === 'predicted') undoPrediction(bytes, plane.width, bottom - top, plane.depth);
    return bytes;
  };
  return {
    rows: (top, bottom) => samplesFromBytes(unpack(top, bottom), plane.depth, plane.width),
    bytes(top, bottom) {
      if (top !== last?.top || bottom !== last.bottom) last = { top, bottom, bytes: unpack(top, bottom) };
      return last.bytes;
    },
  };
}

/** About so many bytes are unpacked at a time. */
const pieceBytes = 1 << 20;

interface Unpacking {
  /** Where the first byte that is still there stands in the plane. */
  readonly start: number;
  /** A copy of some bytes; those before them are given up. */
  take(from: number, to: number): Uint8Array;
}

function createUnpacking(plane: EncodedPlane): Unpacking {
  const { bytes } = plane.data;
  const gain = (rowBytesOf(plane) * plane.height) / Math.max(1, bytes.length);
  const feed = Math.max(64, Math.ceil(pieceBytes / Math.max(1, gain)));
  const parts: Uint8Array[] = [];
  let start = 0;
  let end = 0;
  let fed = 0;
  const unzlib = new Unzlib((part) => {
    parts.push(part);
    end += part.length;
  });
  const feedOnce = () => {
    if (fed >= bytes.length) damaged('compressed pixels are incomplete');
    const next = Math.min(bytes.length, fed + feed);
    try {
      unzlib.push(bytes.subarray(fed, next), next === bytes.length);
    } catch {
      damaged('compressed pixels cannot be unpacked');
    }
    fed = next;
  };
  const forgetBefore = (from: number) => {
    while (parts[0] && start + parts[0].length <= from) start += parts.shift()?.length ?? 0;
  };
  return {
    get start() {
      return start;
    },
    take(from, to) {
      while (end < to) {
        feedOnce();
        forgetBefore(from);
      }
      forgetBefore(from);
      const taken = new Uint8Array(to - from);
      let at = start;
      for (const part of parts) {
        const cut = part.subarray(Math.max(0, from - at), Math.max(0, to - at));
        taken.set(cut, Math.max(0, at - from));
        at += part.length;
      }
      return taken;
    },
  };
}
