import { heightOf, widthOf } from '../model/rects';
import type { LayerMaskState, LazyPlanes, Planes, Rect, Samples } from '../model/state';
import { decodeRows, isSeekable, type EncodedPlane } from './encodedPlane';
import { decodeOriginRows, planesOriginOf } from './origin';
import { createPackedRows, type PackedRows } from './packedRows';
import { createRowStream, type RowStream } from './rowStream';
import { bytesPerSample, rowBytesOf } from './samples';
import { samplesRows, type ValueRows } from './valueRows';

/** Reads rows of planes, and of masks, without decoding more of a file than must be. */
export interface RowReader {
  planes(pixels: LazyPlanes, width: number, top: number, bottom: number): Planes;
  mask(mask: LayerMaskState, width: number, top: number, bottom: number): Samples;
  /** The planes that stand in `bounds`, cut to `part` of it: each is decoded when asked for, and good until the next. */
  parts(pixels: LazyPlanes, bounds: Rect, part: Rect): PlaneParts;
  /** A mask cut to `part` of its bounds, good until the next. */
  maskPart(mask: LayerMaskState, part: Rect): ValueRows;
}

export interface PlaneParts {
  readonly color: readonly (() => ValueRows)[];
  /** Absent: opaque. */
  readonly alpha?: () => ValueRows;
}

/** Planes that can only be decoded from their beginning go on from where they were, as long as the reader lives. */
export function createRowReader(): RowReader {
  const streams = new Map<EncodedPlane, RowStream>();
  const streamOf = (plane: EncodedPlane) => kept(streams, plane, () => createRowStream(plane));
  const decode = (plane: EncodedPlane, top: number, bottom: number) =>
    isSeekable(plane) || top >= bottom ? decodeRows(plane, top, bottom) : streamOf(plane).rows(top, bottom);
  const partOf = createPartReader(streamOf);
  const planes = (pixels: LazyPlanes, width: number, top: number, bottom: number) => {
    const origin = planesOriginOf(pixels);
    return origin ? decodeOriginRows(origin, top, bottom, decode) : cutRows(pixels.read(), width, top, bottom);
  };
  return {
    planes,
    mask: (mask, width, top, bottom) => {
      const plane = planesOriginOf(mask)?.color[0];
      return plane ? decode(plane, top, bottom) : mask.samples().subarray(top * width, bottom * width);
    },
    parts: (pixels, bounds, part) => {
      const origin = planesOriginOf(pixels);
      if (origin && !origin.matte) return partsOf(origin, (plane: EncodedPlane) => partOf(plane, bounds, part));
      const rows = { ...bounds, top: part.top, bottom: part.bottom };
      const read = planes(pixels, widthOf(bounds), part.top - bounds.top, part.bottom - bounds.top);
      return partsOf(read, (plane) => samplesRows(plane, rows, part));
    },
    maskPart: (mask, part) => {
      const plane = planesOriginOf(mask)?.color[0];
      return plane ? partOf(plane, mask.bounds, part) : samplesRows(mask.samples(), mask.bounds, part);
    },
  };
}

function kept<K, T>(map: Map<K, T>, key: K, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function cutRows({ color, alpha }: Planes, width: number, top: number, bottom: number): Planes {
  const cut = (plane: Samples) => plane.subarray(top * width, bottom * width);
  const rows = { color: color.map(cut) };
  return alpha ? { ...rows, alpha: cut(alpha) } : rows;
}

function partsOf<T extends object>(
  { color, alpha }: { readonly color: readonly T[]; readonly alpha?: T | undefined },
  read: (plane: T) => ValueRows,
): PlaneParts {
  const lazy = (plane: T) => () => read(plane);
  return { color: color.map(lazy), ...(alpha !== undefined && { alpha: lazy(alpha) }) };
}

/** Raw planes are read where they stand; the rows of others are unpacked. */
function createPartReader(streamOf: (plane: EncodedPlane) => RowStream) {
  const packed = new Map<EncodedPlane, PackedRows>();
  const bytesOf = (plane: EncodedPlane, top: number, bottom: number): { data: Uint8Array; start: number } => {
    const { data } = plane;
    if (data.kind === 'raw') return { data: data.bytes, start: top * rowBytesOf(plane) };
    if (data.kind !== 'packed') return { data: streamOf(plane).bytes(top, bottom), start: 0 };
    return { data: kept(packed, plane, () => createPackedRows(plane, data)).bytes(top, bottom), start: 0 };
  };
  return (plane: EncodedPlane, bounds: Rect, part: Rect): ValueRows => {
    const [top, bottom, left] = [part.top - bounds.top, part.bottom - bounds.top, part.left - bounds.left];
    const { depth } = plane;
    if (depth === 1) return samplesRows(decodeRows(plane, top, bottom), { ...bounds, ...rowsOf(part) }, part);
    const { data, start } = bytesOf(plane, top, bottom);
    const stride = rowBytesOf(plane);
    const shape = { width: widthOf(part), height: heightOf(part) };
    return { kind: 'bytes', depth, data, start: start + left * bytesPerSample(depth), stride, ...shape };
  };
}

function rowsOf({ top, bottom }: Rect) {
  return { top, bottom };
}
