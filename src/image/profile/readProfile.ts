/** Light for a value, both from 0 to 1. */
export type Curve = (value: number) => number;

/** What can be done with a profile here. */
export type ProfileModel =
  /** A curve for each color, then a matrix to XYZ at D50, row by row. */
  | { readonly kind: 'matrix'; readonly curves: readonly [Curve, Curve, Curve]; readonly toXyz: readonly number[] }
  | { readonly kind: 'gray'; readonly curve: Curve }
  /** It has tables for its colors, or is of a kind that is not read here: the host's own engine must convert. */
  | { readonly kind: 'host' };

/** Reads an ICC profile; nothing where it is none. (ICC.1:2022, 7 to 10.) */
export function readProfile(bytes: Uint8Array): ProfileModel | undefined {
  if (bytes.length < headerLength + 4 || textAt(bytes, 36) !== 'acsp') return undefined;
  const tags = readTags(bytes);
  if (textAt(bytes, 20) !== 'XYZ ' || tags.has('A2B0')) return { kind: 'host' };
  const space = textAt(bytes, 16);
  if (space === 'GRAY') return readGray(tags);
  return space === 'RGB ' ? readMatrix(tags) : { kind: 'host' };
}

const headerLength = 128;

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

type Tags = ReadonlyMap<string, DataView>;

/** More tags than this are damage. */
const mostTags = 200;

function readTags(bytes: Uint8Array): Tags {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tags = new Map<string, DataView>();
  const count = Math.min(mostTags, view.getUint32(headerLength));
  for (let i = 0, at = headerLength + 4; i < count && at + 12 <= bytes.length; i++, at += 12) {
    const [start, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (start + length > bytes.length || length < 12) continue;
    tags.set(textAt(bytes, at), new DataView(bytes.buffer, bytes.byteOffset + start, length));
  }
  return tags;
}

function readGray(tags: Tags): ProfileModel {
  const curve = readCurve(tags.get('kTRC'));
  return curve ? { kind: 'gray', curve } : { kind: 'host' };
}

function readMatrix(tags: Tags): ProfileModel {
  const [red, green, blue] = ['rTRC', 'gTRC', 'bTRC'].map((name) => readCurve(tags.get(name)));
  const columns = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => readXyz(tags.get(name)));
  if (!red || !green || !blue || columns.some((column) => column.length === 0)) return { kind: 'host' };
  const toXyz = [0, 1, 2].flatMap((row) => columns.map((column) => column[row]));
  return { kind: 'matrix', curves: [red, green, blue], toXyz };
}

function readXyz(tag: DataView | undefined): readonly number[] {
  if (!tag || tag.byteLength < 20) return [];
  return [8, 12, 16].map((at) => fixedAt(tag, at));
}

function fixedAt(tag: DataView, at: number): number {
  return tag.getInt32(at) / 65536;
}

const curveType = 0x63757276;
const parametricType = 0x70617261;

function readCurve(tag: DataView | undefined): Curve | undefined {
  if (!tag) return undefined;
  const type = tag.getUint32(0);
  if (type === curveType) return readTable(tag);
  return type === parametricType ? readParameters(tag) : undefined;
}

/** Nothing for a straight line, one number for an exponent, else light at equal steps. (10.6.) */
function readTable(tag: DataView): Curve | undefined {
  const count = tag.getUint32(8);
  if (count === 0) return (value) => value;
  if (tag.byteLength < 12 + count * 2) return undefined;
  if (count === 1) return powerOf(tag.getUint16(12) / 256);
  const light = Float64Array.from({ length: count }, (_, i) => tag.getUint16(12 + i * 2) / 65535);
  return (value) => {
    const at = Math.min(1, Math.max(0, value)) * (count - 1);
    const low = Math.min(count - 2, Math.floor(at));
    return light[low] + (light[low + 1] - light[low]) * (at - low);
  };
}

function powerOf(exponent: number): Curve {
  return (value) => Math.max(0, value) ** exponent;
}

/** How many numbers each kind of parametric curve has. (10.18.) */
const parameterCounts = [1, 3, 4, 5, 7];

/** Y = (aX + b)^g + e from d on, cX + f below; the simpler kinds leave some of these out. */
function readParameters(tag: DataView): Curve | undefined {
  const kind = tag.getUint16(8);
  const count = parameterCounts[kind];
  if (count === undefined || tag.byteLength < 12 + count * 4) return undefined;
  const [g, a = 1, b = 0, ...rest] = Array.from({ length: count }, (_, i) => fixedAt(tag, 12 + i * 4));
  const above = (value: number) => Math.max(0, a * value + b) ** g;
  if (kind === 0) return above;
  if (kind < 3) {
    const [c = 0] = rest;
    return (value) => (a * value + b >= 0 ? above(value) + c : c);
  }
  const [c = 0, d = 0, e = 0, f = 0] = rest;
  return (value) => (value >= d ? above(value) + e : c * value + f);
}
