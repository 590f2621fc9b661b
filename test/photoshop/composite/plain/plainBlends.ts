import type { Rect } from '../../model/state';
import type { ValueRows } from '../../psd/valueRows';
import type { Buffer, Source } from '../buffer';
import { linesInRows, linesOf, type Lines } from '../lines';
import * as bytes16 from './bytes16';
import * as bytes8 from './bytes8';
import * as floats from './floats';

/**
 * The plain cases, on a backdrop that lets nothing shine through: each does in one pass what the formula of `blendOnto`
 * comes down to there, to the last bit. Pixels are taken from where they stand in a file, where they do.
 */
export interface PlainBlends<Values> {
  /** Normal, as opaque as can be. */
  replaceWith(target: Float32Array, source: Values, lines: Lines): void;
  /** Normal, equally faint everywhere. */
  mixEvenly(target: Float32Array, source: Values, lines: Lines, way: number): void;
  /** Normal, with a way to go for every pixel. */
  mixBy(target: Float32Array, source: Values, lines: Lines, ways: Float64Array): void;
  /** Multiply, equally faint everywhere. */
  multiplyEvenly(target: Float32Array, source: Values, lines: Lines, way: number): void;
}

interface PlainBlend {
  <Values>(blends: PlainBlends<Values>, target: Float32Array, source: Values, lines: Lines): void;
}

/** Draws every channel of `common`. */
export function drawPlainly(target: Buffer, source: Source, common: Rect, blend: PlainBlend): void {
  target.color.forEach((plane, i) => {
    const rows = source.rows?.[i]?.();
    const blends = rows && blendsFor(rows);
    if (rows && blends && rows.data instanceof Uint8Array) {
      blend(blends, plane, rows.data, linesInRows(target.area, source.area, rows, common));
      return;
    }
    const own = source.color()[i] ?? plane;
    blend(floats, plane, own, linesOf(target.area, source.area, common));
  });
}

function blendsFor({ data, kind, depth }: ValueRows): PlainBlends<Uint8Array> | undefined {
  if (!(data instanceof Uint8Array)) return undefined;
  if (kind === 'samples' || depth === 8) return bytes8;
  return depth === 16 ? bytes16 : undefined;
}
