import { mustHold } from '../../base/unreadable';
import { type BitSource, takeBits, takeSigned } from './bitSource';
import type { Component, Frame } from './frame';
import { type JpegCode, takeSymbol } from './jpegCode';
import type { ScanHead, ScanPart } from './scanHead';
import { type JpegTables, zigzag } from './tables';

/** Reads the blocks of one color in one scan, in their order. */
export interface BlockReader {
  readonly kind: Frame['passes'];
  readonly component: Component;
  readonly quantities: Uint16Array;
  /** Reads a block into 64 coefficients from `at` on. */
  read(source: BitSource, coefficients: Int16Array, at: number): void;
  restart(): void;
}

export function readerFor(frame: Frame, head: ScanHead, part: ScanPart, tables: JpegTables): BlockReader {
  const { component } = part;
  const memory: Memory = { dc: 0, endRun: 0 };
  return {
    kind: frame.passes,
    component,
    quantities: tables.quantities[component.table],
    read: readFor(frame, head, part, tables, memory),
    restart() {
      memory.dc = 0;
      memory.endRun = 0;
    },
  };
}

/** What a block takes over from the one before. */
interface Memory {
  dc: number;
  /** So many blocks more have nothing new. */
  endRun: number;
}

type Read = BlockReader['read'];

function readFor(frame: Frame, head: ScanHead, part: ScanPart, tables: JpegTables, memory: Memory): Read {
  const dcCode = () => present(tables.dcCodes[part.dcCode]);
  const acCode = () => present(tables.acCodes[part.acCode]);
  if (frame.passes === 'one') return whole(dcCode(), acCode(), memory);
  if (head.first === 0) return head.lowBefore === 0 ? firstDc(dcCode(), head.low, memory) : nextDc(head.low);
  return head.lowBefore === 0 ? firstAc(acCode(), head, memory) : nextAc(acCode(), head, memory);
}

function present(code: JpegCode | undefined): JpegCode {
  mustHold(code !== undefined, 'the Huffman codes of a scan');
  return code;
}

/** All of a block at once. (T.81, F.2.2.) */
function whole(dcCode: JpegCode, acCode: JpegCode, memory: Memory): Read {
  return (source, coefficients, at) => {
    memory.dc += takeSigned(source, takeSymbol(source, dcCode) & 15);
    coefficients[at] = memory.dc;
    for (let place = 1; place < 64; place++) {
      const symbol = takeSymbol(source, acCode);
      const length = symbol & 15;
      if (length === 0) {
        if (symbol !== 0xf0) break;
        place += 15;
        continue;
      }
      place += symbol >> 4;
      mustHold(place < 64, 'coefficients of a block');
      coefficients[at + zigzag[place]] = takeSigned(source, length);
    }
  };
}

/** The mean of a block, without its lowest bits. (T.81, G.1.2.1.) */
function firstDc(code: JpegCode, low: number, memory: Memory): Read {
  return (source, coefficients, at) => {
    memory.dc += takeSigned(source, takeSymbol(source, code) & 15);
    coefficients[at] = memory.dc << low;
  };
}

/** One bit more of it. */
function nextDc(low: number): Read {
  return (source, coefficients, at) => {
    coefficients[at] |= takeBits(source, 1) << low;
  };
}

/** A band of coefficients, without their lowest bits. (T.81, G.1.2.2.) */
function firstAc(code: JpegCode, { first, last, low }: ScanHead, memory: Memory): Read {
  return (source, coefficients, at) => {
    if (memory.endRun > 0) {
      memory.endRun--;
      return;
    }
    for (let place = first; place <= last; place++) {
      const symbol = takeSymbol(source, code);
      const [run, length] = [symbol >> 4, symbol & 15];
      if (length === 0) {
        if (run < 15) {
          memory.endRun = (1 << run) + takeBits(source, run) - 1;
          break;
        }
        place += 15;
        continue;
      }
      place += run;
      mustHold(place <= last, 'coefficients of a block');
      coefficients[at + zigzag[place]] = takeSigned(source, length) * (1 << low);
    }
  };
}

/** One bit more of those that are not 0, and new ones that have just this bit. (T.81, G.1.2.3.) */
function nextAc(code: JpegCode, { first, last, low }: ScanHead, memory: Memory): Read {
  const bit = 1 << low;
  const refine = (source: BitSource, coefficients: Int16Array, i: number) => {
    const value = coefficients[i];
    if (takeBits(source, 1) === 1 && (value & bit) === 0) coefficients[i] = value > 0 ? value + bit : value - bit;
  };
  return (source, coefficients, at) => {
    let place = first;
    while (memory.endRun === 0 && place <= last) {
      const symbol = takeSymbol(source, code);
      let run = symbol >> 4;
      let fresh = 0;
      if ((symbol & 15) === 0) {
        if (run < 15) {
          memory.endRun = (1 << run) + takeBits(source, run);
          break;
        }
      } else {
        mustHold((symbol & 15) === 1, 'a bit of a coefficient');
        fresh = takeBits(source, 1) === 1 ? bit : -bit;
      }
      // past so many zeros, refining what is none
      for (; place <= last; place++) {
        const i = at + zigzag[place];
        if (coefficients[i] !== 0) refine(source, coefficients, i);
        else if (run-- === 0) break;
      }
      mustHold(fresh === 0 || place <= last, 'coefficients of a block');
      if (fresh !== 0) coefficients[at + zigzag[place]] = fresh;
      place++;
    }
    if (memory.endRun === 0) return;
    for (; place <= last; place++) {
      const i = at + zigzag[place];
      if (coefficients[i] !== 0) refine(source, coefficients, i);
    }
    memory.endRun--;
  };
}
