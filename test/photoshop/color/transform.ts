import { formats, relativeColorimetric, withBlackPointCompensation, withoutShortcuts, type Lcms } from './lcms';

export type ColorModel = 'rgb' | 'gray' | 'lab';

/** How values are counted and which color they stand for. Lab needs no profile: it is `Lab D50`. */
export interface ColorFormat {
  readonly model: ColorModel;
  readonly depth: 8 | 16;
  readonly profile: Uint8Array;
}

/**
 * Converts interleaved values as Photoshop counts them. One component more than the model has is alpha: it is kept, and
 * only counted anew where the depth changes.
 */
export type Converter = (values: Uint8Array | Uint16Array, components: number) => Uint8Array | Uint16Array;

/** Pixels at a time: little memory within the module, and few calls. */
const chunkPixels = 1 << 18;

export function createTransform(lcms: Lcms, from: ColorFormat, to: ColorFormat): Converter {
  const transform = openTransform(lcms, from, to);
  const colorsIn = channelsOf(from.model);
  const colorsOut = channelsOf(to.model);
  return (values, components) => {
    const pixels = values.length / components;
    const hasAlpha = components > colorsIn;
    const wide = colorsOut + (hasAlpha ? 1 : 0);
    const result = to.depth === 8 ? new Uint8Array(pixels * wide) : new Uint16Array(pixels * wide);
    for (let start = 0; start < pixels; start += chunkPixels) {
      const count = Math.min(chunkPixels, pixels - start);
      const packed = toLcms(values, start, count, components, colorsIn, from);
      fromLcms(lcms.cmsDoTransform(transform, packed, count), result, start, wide, colorsOut, to);
    }
    if (hasAlpha) copyAlpha(values, components, result, wide);
    return result;
  };
}

export function channelsOf(model: ColorModel): number {
  return model === 'gray' ? 1 : 3;
}

function openTransform(lcms: Lcms, from: ColorFormat, to: ColorFormat): number {
  const source = openProfile(lcms, from);
  const target = openProfile(lcms, to);
  const intent = relativeColorimetric;
  // the table that the engine makes for 16 bit is 8 levels off in the dark corners of wide spaces
  const exact = from.depth === 16 || to.depth === 16 ? withoutShortcuts : 0;
  const flags = withBlackPointCompensation | exact;
  const formatOf = ({ model, depth }: ColorFormat) => formats[model][depth];
  const transform = lcms.cmsCreateTransform(source, formatOf(from), target, formatOf(to), intent, flags);
  lcms.cmsCloseProfile(source);
  lcms.cmsCloseProfile(target);
  if (transform === 0) throw new Error('These two color profiles cannot be converted into one another.');
  return transform;
}

function openProfile(lcms: Lcms, { model, profile }: ColorFormat): number {
  const opened =
    model === 'lab' ? lcms.cmsCreateLab4Profile(null) : lcms.cmsOpenProfileFromMem(profile, profile.length);
  if (opened === 0) throw new Error('A color profile is damaged and cannot be used.');
  return opened;
}

/**
 * 16 bit: Photoshop counts to 32768, Little CMS to 65535. In Lab, a and b are -128 to 127 there and steps of 1/128 here:
 * neutral is 16384 here, 257 × 128 there.
 */
function scalesOf({ model, depth }: ColorFormat): readonly number[] {
  if (depth === 8) return [1, 1, 1];
  const plain = 65535 / 32768;
  return model === 'lab' ? [plain, 257 / 128, 257 / 128] : [plain, plain, plain];
}

function toLcms(
  values: Uint8Array | Uint16Array,
  start: number,
  count: number,
  components: number,
  colors: number,
  format: ColorFormat,
): Uint8Array | Uint16Array {
  const packed = format.depth === 8 ? new Uint8Array(count * colors) : new Uint16Array(count * colors);
  const scales = scalesOf(format);
  for (let c = 0; c < colors; c++) {
    const scale = scales[c];
    for (let i = 0, at = c, from = start * components + c; i < count; i++, at += colors, from += components) {
      packed[at] = Math.min(65535, values[from] * scale + 0.5);
    }
  }
  return packed;
}

function fromLcms(
  packed: Uint8Array | Uint16Array,
  result: Uint8Array | Uint16Array,
  start: number,
  wide: number,
  colors: number,
  format: ColorFormat,
): void {
  const count = packed.length / colors;
  const scales = scalesOf(format);
  for (let c = 0; c < colors; c++) {
    const scale = 1 / scales[c];
    for (let i = 0, at = c, to = start * wide + c; i < count; i++, at += colors, to += wide) {
      result[to] = packed[at] * scale + 0.5;
    }
  }
}

function copyAlpha(
  values: Uint8Array | Uint16Array,
  components: number,
  result: Uint8Array | Uint16Array,
  wide: number,
): void {
  const scale = fullOf(result) / fullOf(values);
  for (let from = components - 1, to = wide - 1; to < result.length; from += components, to += wide) {
    result[to] = Math.round(values[from] * scale);
  }
}

function fullOf(values: Uint8Array | Uint16Array): number {
  return values instanceof Uint8Array ? 255 : 32768;
}
