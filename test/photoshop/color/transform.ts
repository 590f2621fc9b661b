import { colorChannelsOf } from '../model/modes';
import { createSamples, depthOf, fullScale } from '../model/samples';
import type { Depth, Samples } from '../model/state';
import { formats, relativeColorimetric, withBlackPointCompensation, withoutShortcuts, type Lcms } from './lcms';
import { linearProfile } from './linearProfile';

export type ColorModel = 'rgb' | 'gray' | 'lab' | 'cmyk';

/** How values are counted and which color they stand for. Lab needs no profile: it is `Lab D50`. */
export interface ColorFormat {
  readonly model: ColorModel;
  /** At 32 bit values are light: the profile's curves do not count. */
  readonly depth: Depth;
  readonly profile: Uint8Array;
}

/**
 * Converts interleaved values as Photoshop counts them. One component more than the model has is alpha: it is kept, and
 * only counted anew where the depth changes.
 */
export type Converter = (values: Samples, components: number) => Samples;

/** Pixels at a time: little memory within the module, and few calls. */
const chunkPixels = 1 << 18;

export function createTransform(lcms: Lcms, from: ColorFormat, to: ColorFormat): Converter {
  const transform = openTransform(lcms, from, to);
  const colorsIn = colorChannelsOf(from.model);
  const colorsOut = colorChannelsOf(to.model);
  return (values, components) => {
    const pixels = values.length / components;
    const hasAlpha = components > colorsIn;
    const wide = colorsOut + (hasAlpha ? 1 : 0);
    const result = createSamples(to.depth, pixels * wide);
    for (let start = 0; start < pixels; start += chunkPixels) {
      const count = Math.min(chunkPixels, pixels - start);
      const packed = toLcms(values, start, count, components, colorsIn, from);
      fromLcms(lcms.cmsDoTransform(transform, packed, count), result, start, wide, colorsOut, to);
    }
    if (hasAlpha) copyAlpha(values, components, result, wide);
    return result;
  };
}

function openTransform(lcms: Lcms, from: ColorFormat, to: ColorFormat): number {
  const source = openProfile(lcms, from);
  const target = openProfile(lcms, to);
  const intent = relativeColorimetric;
  // the table that the engine makes for 16 bit is 8 levels off in the dark corners of wide spaces
  const exact = from.depth === 8 && to.depth === 8 ? 0 : withoutShortcuts;
  const flags = withBlackPointCompensation | exact;
  const formatOf = ({ model, depth }: ColorFormat) => formats[model][depth];
  const transform = lcms.cmsCreateTransform(source, formatOf(from), target, formatOf(to), intent, flags);
  lcms.cmsCloseProfile(source);
  lcms.cmsCloseProfile(target);
  if (transform === 0) throw new Error('These two color profiles cannot be converted into one another.');
  return transform;
}

function openProfile(lcms: Lcms, { model, depth, profile: given }: ColorFormat): number {
  const profile = depth === 32 ? linearProfile(given) : given;
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
  const plain = depth === 16 ? 65535 / 32768 : 1;
  const side = model === 'lab' && depth === 16 ? 257 / 128 : plain;
  return [plain, side, side, plain];
}

function toLcms(
  values: Samples,
  start: number,
  count: number,
  components: number,
  colors: number,
  format: ColorFormat,
): Samples {
  const packed = createSamples(format.depth, count * colors);
  const scales = scalesOf(format);
  const half = format.depth === 32 ? 0 : 0.5;
  const most = format.depth === 32 ? Infinity : 65535;
  for (let c = 0; c < colors; c++) {
    const scale = scales[c];
    for (let i = 0, at = c, from = start * components + c; i < count; i++, at += colors, from += components) {
      packed[at] = Math.min(most, values[from] * scale + half);
    }
  }
  return packed;
}

function fromLcms(
  packed: Samples,
  result: Samples,
  start: number,
  wide: number,
  colors: number,
  format: ColorFormat,
): void {
  const count = packed.length / colors;
  const scales = scalesOf(format);
  const half = format.depth === 32 ? 0 : 0.5;
  for (let c = 0; c < colors; c++) {
    const scale = 1 / scales[c];
    for (let i = 0, at = c, to = start * wide + c; i < count; i++, at += colors, to += wide) {
      result[to] = packed[at] * scale + half;
    }
  }
}

function copyAlpha(values: Samples, components: number, result: Samples, wide: number): void {
  const full = fullScale(depthOf(result));
  const scale = full / fullScale(depthOf(values));
  for (let from = components - 1, to = wide - 1; to < result.length; from += components, to += wide) {
    const value = values[from] * scale;
    result[to] = full === 1 ? value : Math.min(full, Math.max(0, Math.round(value)));
  }
}
