import { damaged } from '../damagedFile';
import { alignToByte, takeBits, type Bits } from './bits';
import { unpackCoded, type Output } from './codedBlock';
import { fixedCodes, readCodes, type Codes } from './codes';

/** The blocks of a deflated stream, one after the other (RFC 1951, 3.2.3). */
export interface Blocks {
  /** Goes on up to `limit` or a little beyond, or to the end. */
  unpack(output: Output, limit: number): 'something' | 'nothing';
}

type Block =
  | { readonly kind: 'stored'; left: number }
  | { readonly kind: 'coded'; readonly codes: Codes }
  | { readonly kind: 'none' };

const none: Block = { kind: 'none' };

export function createBlocks(bits: Bits): Blocks {
  let block = none;
  let isLast = false;
  const begin = () => {
    isLast = takeBits(bits, 1) === 1;
    block = readBlock(bits);
  };
  return {
    unpack(output, limit) {
      const before = output.end;
      while (output.end < limit) {
        if (block.kind === 'none') {
          if (isLast) break;
          begin();
        }
        if (unpackBlock(bits, block, output, limit) === 'ended') block = none;
      }
      return output.end > before ? 'something' : 'nothing';
    },
  };
}

function readBlock(bits: Bits): Block {
  switch (takeBits(bits, 2)) {
    case 0:
      return readStored(bits);
    case 1:
      return { kind: 'coded', codes: fixedCodes };
    case 2:
      return { kind: 'coded', codes: readCodes(bits) };
    default:
      return damaged('compressed pixels cannot be unpacked');
  }
}

/** The length of bytes that stand as they are is there twice, once with all bits turned round. */
function readStored(bits: Bits): Block {
  alignToByte(bits);
  const left = takeBits(bits, 16);
  if ((left ^ 0xffff) !== takeBits(bits, 16)) damaged('compressed pixels cannot be unpacked');
  alignToByte(bits);
  return { kind: 'stored', left };
}

function unpackBlock(bits: Bits, block: Block, output: Output, limit: number): 'ended' | 'goes on' {
  if (block.kind === 'coded') return unpackCoded(bits, block.codes, output, limit);
  if (block.kind === 'none') return 'ended';
  const count = Math.min(block.left, limit - output.end);
  if (bits.at + count > bits.bytes.length) damaged('compressed pixels are incomplete');
  output.bytes.set(bits.bytes.subarray(bits.at, bits.at + count), output.end);
  bits.at += count;
  output.end += count;
  block.left -= count;
  return block.left === 0 ? 'ended' : 'goes on';
}
