import type { Sliced } from '../../base/slices';
import { mustHold } from '../../base/unreadable';
import { type BitSource, bitSource, endBits } from './bitSource';
import { type BlockReader, readerFor } from './blockReaders';
import type { Component, Frame } from './frame';
import { transformBlock } from './inverseTransform';
import type { ScanHead } from './scanHead';
import type { JpegTables } from './tables';

/** Bytes that are read ahead at the end of a scan; with more than these, a cut file would be read on as if it were black. */
const mostMadeUp = 16;
/** So many blocks are read in one piece. */
const blocksPerPiece = 200;

/** Reads a scan from `at` on; answers where it ends. Samples or coefficients go into the components. */
export function* readScan(
  bytes: Uint8Array,
  at: number,
  frame: Frame,
  head: ScanHead,
  tables: JpegTables,
): Sliced<number> {
  const source = bitSource(bytes, at);
  const readers = head.parts.map((part) => readerFor(frame, head, part, tables));
  const size = head.parts.length === 1 ? ownBlocks(head.parts[0].component) : unitsOf(frame);
  const interval = tables.restartInterval;
  const blocksPerUnit = head.parts.reduce((sum, { component }) => sum + component.across * component.down, 0);
  const unitsPerPiece = Math.ceil(blocksPerPiece / (head.parts.length === 1 ? 1 : blocksPerUnit));
  for (let unit = 0; unit < size.count; unit++) {
    if (interval > 0 && unit > 0 && unit % interval === 0) restart(source, readers);
    const [x, y] = [unit % size.across, Math.floor(unit / size.across)];
    if (head.parts.length === 1) readBlock(source, readers[0], x, y);
    else for (const reader of readers) readUnit(source, reader, x, y);
    if (unit % unitsPerPiece !== 0) continue;
    mustHold(source.madeUp < mostMadeUp, 'all of a scan');
    yield unit / size.count;
  }
  endBits(source);
  return source.at;
}

interface ScanSize {
  readonly across: number;
  readonly count: number;
}

/** A scan of one color leaves out blocks that lie wholly outside. */
function ownBlocks({ width, height }: Component): ScanSize {
  const across = Math.ceil(width / 8);
  return { across, count: across * Math.ceil(height / 8) };
}

function unitsOf({ unitsAcross, unitsDown }: Frame): ScanSize {
  return { across: unitsAcross, count: unitsAcross * unitsDown };
}

function readUnit(source: BitSource, reader: BlockReader, unitX: number, unitY: number): void {
  const { across, down } = reader.component;
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) readBlock(source, reader, unitX * across + x, unitY * down + y);
  }
}

function readBlock(source: BitSource, reader: BlockReader, x: number, y: number): void {
  const { component, quantities } = reader;
  const block = y * component.blocksAcross + x;
  if (reader.kind === 'several') {
    reader.read(source, component.coefficients, block * 64);
    return;
  }
  component.coefficients.fill(0);
  reader.read(source, component.coefficients, 0);
  transformBlock(component, component.coefficients, 0, quantities, x, y);
}

/** The marker between two stretches that can be read for themselves. */
function restart(source: BitSource, readers: readonly BlockReader[]): void {
  endBits(source);
  const { bytes } = source;
  while (bytes[source.at] === 0xff && bytes[source.at + 1] === 0xff) source.at++;
  mustHold(bytes[source.at] === 0xff && (bytes[source.at + 1] & 0xf8) === 0xd0, 'a restart of a scan');
  source.at += 2;
  for (const reader of readers) reader.restart();
}
