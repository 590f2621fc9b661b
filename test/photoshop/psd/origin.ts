import type { DocumentState, LayerMaskState, LayerState, LazyPlanes, Planes, Samples } from '../model/state';
import { decodePlane, decodeRows, type EncodedPlane } from './encodedPlane';
import type { Flavor } from './flavor';
import type { LayerRecord } from './layerRecord';
import type { LayerSection } from './layerSection';
import { withoutWhite } from './matte';
import type { MergedImage } from './mergedImage';
import type { Resource } from './resources';

/** What the file of a document held, and the state that was made of it. */
export class PsdOrigin {
  /** The state as it was opened. */
  opened: DocumentState | undefined;

  constructor(
    readonly source: Uint8Array,
    readonly flavor: Flavor,
    readonly colorModeData: Uint8Array,
    readonly resources: readonly Resource[],
    readonly section: LayerSection,
    readonly merged: MergedImage,
  ) {}
}

/** What the file held of a layer; a group also has the record that closes it from below. */
export class LayerOrigin {
  opened: LayerState | undefined;

  constructor(
    readonly record: LayerRecord,
    readonly divider?: LayerRecord,
  ) {}
}

export class PlanesOrigin {
  constructor(
    readonly color: readonly EncodedPlane[],
    readonly alpha?: EncodedPlane,
    /** The white that the colors are laid on, a value for each; absent: they are straight. */
    readonly matte?: readonly number[],
  ) {}
}

export function psdOriginOf(state: DocumentState): PsdOrigin | undefined {
  return state.origin instanceof PsdOrigin ? state.origin : undefined;
}

export function layerOriginOf(layer: LayerState): LayerOrigin | undefined {
  return layer.origin instanceof LayerOrigin ? layer.origin : undefined;
}

export function planesOriginOf(planes: LazyPlanes | LayerMaskState): PlanesOrigin | undefined {
  return planes.origin instanceof PlanesOrigin ? planes.origin : undefined;
}

/** Planes that are decoded when asked for, and again when nobody has kept them. */
export function lazyPlanes(origin: PlanesOrigin): LazyPlanes {
  const rows = origin.color[0]?.height ?? 0;
  return { read: forgetful(() => decodeOriginRows(origin, 0, rows)), origin };
}

export function decodeOriginRows(
  { color, alpha, matte }: PlanesOrigin,
  top: number,
  bottom: number,
  decode: typeof decodeRows = decodeRows,
): Planes {
  const decoded = color.map((plane) => decode(plane, top, bottom));
  if (!alpha) return { color: decoded };
  const coverage = decode(alpha, top, bottom);
  if (!matte) return { color: decoded, alpha: coverage };
  return { color: decoded.map((plane, i) => withoutWhite(plane, coverage, matte[i] ?? 0)), alpha: coverage };
}

export function lazySamples(plane: EncodedPlane): () => Samples {
  return forgetful(() => decodePlane(plane));
}

function forgetful<T extends object>(make: () => T): () => T {
  let kept: WeakRef<T> | undefined;
  return () => {
    const value = kept?.deref() ?? make();
    kept = new WeakRef(value);
    return value;
  };
}
