import { damaged } from '../damagedFile';
import { bitsOfZlib } from './bits';
import { createBlocks } from './blocks';
import { longestMatch, type Output } from './codedBlock';

/** Unpacks a zlib stream as far as is asked for; of what was asked for before, the last of it stays at hand. */
export interface Inflater {
  /** Where the first byte that is still at hand stands in the unpacked data. */
  readonly start: number;
  /** Copies unpacked bytes, none of them before `start`, to the beginning of `target`. */
  take(from: number, to: number, target: Uint8Array): void;
}

/** So much is unpacked in one go. */
const stepBytes = 1 << 16;
/** At least the 32 KB that a match may reach back. */
const keptBytes = 1 << 17;

/** Throws `DamagedFile` where the stream does not hold what is asked for. */
export function createInflater(bytes: Uint8Array): Inflater {
  const bits = bitsOfZlib(bytes);
  const output: Output = { bytes: new Uint8Array(keptBytes + stepBytes * 2 + longestMatch), end: 0 };
  const blocks = createBlocks(bits);
  let start = 0;
  const step = () => {
    if (output.end > keptBytes + stepBytes) {
      start += output.end - keptBytes;
      output.bytes.copyWithin(0, output.end - keptBytes, output.end);
      output.end = keptBytes;
    }
    if (blocks.unpack(output, output.end + stepBytes) === 'nothing') damaged('compressed pixels are incomplete');
  };
  return {
    get start() {
      return start;
    },
    take(from, to, target) {
      for (let at = from; at < to;) {
        const available = Math.min(to, start + output.end);
        if (at < available) {
          target.set(output.bytes.subarray(at - start, available - start), at - from);
          at = available;
        } else step();
      }
    },
  };
}
