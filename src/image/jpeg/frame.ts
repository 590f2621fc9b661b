import { Unreadable, mustHold } from '../../base/unreadable';
import type { PictureLimits } from '../pictureFile';

/** One color of a JPEG, in blocks of 8 by 8. */
export interface Component {
  readonly id: number;
  /** How many blocks of it stand side by side, and above each other, in one unit of the picture. */
  readonly across: number;
  readonly down: number;
  readonly table: number;
  /** Its own size in samples. */
  readonly width: number;
  readonly height: number;
  /** Blocks of whole units, of which those at the edges may lie outside. */
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** The samples, `blocksAcross * 8` in a row. */
  readonly plane: Uint8ClampedArray;
  /** Where the scans come in several passes: 64 values a block. */
  readonly coefficients: Int16Array;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly passes: 'one' | 'several';
  readonly unitsAcross: number;
  readonly unitsDown: number;
  readonly across: number;
  readonly down: number;
  readonly components: readonly Component[];
}

/** Baseline, extended and progressive, all with Huffman codes. */
const readable = { 0xc0: 'one', 0xc1: 'one', 0xc2: 'several' } as const;

/** `content`: of the frame's header. Checked against the limits before any room is made. (T.81, B.2.2.) */
export function readFrame(marker: number, content: Uint8Array, limits: PictureLimits): Frame {
  const passes = marker === 0xc0 || marker === 0xc1 || marker === 0xc2 ? readable[marker] : undefined;
  if (!passes || content[0] !== 8) throw new Unreadable('unsupported', 'a JPEG of a rare kind');
  mustHold(content.length >= 6 && content.length >= 6 + content[5] * 3, 'the header of a JPEG');
  const height = (content[1] << 8) | content[2];
  const width = (content[3] << 8) | content[4];
  const count = content[5];
  mustHold(width > 0, 'the width of a JPEG');
  if (height === 0) throw new Unreadable('unsupported', 'a JPEG whose height comes later');
  if (width * height > limits.pixels) throw new Unreadable('too-large', `${width} × ${height} pixels`);
  if (count !== 1 && count !== 3) throw new Unreadable('unsupported', `a JPEG of ${count} colors`);
  const sizes = Array.from({ length: count }, (_, i) => factorsOf(content, 6 + i * 3));
  const across = Math.max(...sizes.map((size) => size.across));
  const down = Math.max(...sizes.map((size) => size.down));
  const unitsAcross = Math.ceil(width / (8 * across));
  const unitsDown = Math.ceil(height / (8 * down));
  const components = sizes.map((size) => {
    const blocksAcross = unitsAcross * size.across;
    const blocksDown = unitsDown * size.down;
    return {
      ...size,
      width: Math.ceil((width * size.across) / across),
      height: Math.ceil((height * size.down) / down),
      blocksAcross,
      blocksDown,
      plane: new Uint8ClampedArray(blocksAcross * blocksDown * 64),
      coefficients: new Int16Array(passes === 'several' ? blocksAcross * blocksDown * 64 : 64),
    };
  });
  return { width, height, passes, unitsAcross, unitsDown, across, down, components };
}

function factorsOf(content: Uint8Array, at: number): Pick<Component, 'id' | 'across' | 'down' | 'table'> {
  const [id, factors, table] = content.subarray(at, at + 3);
  const [across, down] = [factors >> 4, factors & 15];
  mustHold(across > 0 && across < 5 && down > 0 && down < 5 && table < 4, 'the header of a JPEG');
  return { id, across, down, table };
}
