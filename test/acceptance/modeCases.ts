import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColorEngine } from '../photoshop/color/colorEngine';
import { namedProfile } from '../photoshop/color/namedProfiles';
import { createCore } from '../photoshop/core';
import { openDocument } from '../photoshop/files/openDocument';
import { documentOf } from '../photoshop/model/createDocument';
import { modes } from '../photoshop/model/modes';
import { newBackground } from '../photoshop/model/newBackground';
import { knownPlanes, newPixelLayer } from '../photoshop/model/newLayer';
import { canvasOf } from '../photoshop/model/rects';
import { createSamples, fullScale, regionOf } from '../photoshop/model/samples';
import type { Depth, DocumentState, Samples } from '../photoshop/model/state';
import { littleCms } from '../photoshop/node/littleCms';
import { writePsd } from '../photoshop/psd/writePsd';
import type { AcceptanceCase } from './acceptanceCase';
import { photos } from './photoCases';
import { ellipse, maskPicture, type Shape } from './shapes';
import { withoutReaders } from './without';

export type EditedMode = 'rgb' | 'gray' | 'lab' | 'cmyk';

/** Of the sunset: from the dark hills to the sun, with all of its colors between. */
const crop = { left: 0, top: 60 };
const width = 640;
const height = 400;

/** A speck of dust in the blue and a reflection beside the sun: around both it is so calm that a cast would show. */
const specks: Shape = (x, y) => Math.max(ellipse(68, 178, 16, 14, 6)(x, y), ellipse(586, 196, 16, 18, 6)(x, y));

/** The same photograph in every mode and depth, with a real profile and without one. */
export function modeCases(folder: string): readonly AcceptanceCase[] {
  return (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
    modes[mode].depths.flatMap((depth) =>
      // Lab needs no profile
      (mode === 'lab' ? (['untagged'] as const) : (['tagged', 'untagged'] as const)).map((tag) =>
        modeCase(folder, mode, depth as Depth, tag),
      ),
    ),
  );
}

function modeCase(folder: string, mode: EditedMode, depth: Depth, tag: 'tagged' | 'untagged'): AcceptanceCase {
  const document = join(folder, `${mode}-${depth}-${tag}.psd`);
  const selection = join(folder, 'mode-selection.png');
  return {
    name: `${modes[mode].label} of ${depth} bit, ${tag}`,
    document,
    selection,
    async write() {
      writeFileSync(selection, maskPicture(width, height, specks));
      writeFileSync(document, writePsd(await photographIn(mode, depth, tag)));
    },
    above: 1,
    without: withoutReaders(mode, depth),
    untaggedAs: working[mode],
    ...(tag === 'untagged' && { runs: 'once' }),
  };
}

/** What an untagged document counts as. */
export const working = {
  rgb: 'sRGB IEC61966-2.1',
  gray: 'Gray Gamma 2.2',
  lab: 'Lab D50',
  cmyk: 'Plain Press CMYK',
} as const;

/** Profiles of other people's making, from a Debian package: libgs-common. */
const profileFiles = { rgb: 'a98', gray: 'default_gray', cmyk: 'default_cmyk' } as const;

export function profileFor(mode: keyof typeof profileFiles): Uint8Array {
  return readFileSync(profileFile(profileFiles[mode]));
}

export function profileFile(name: string): string {
  const path = join('/usr/share/color/icc/ghostscript', `${name}.icc`);
  if (!existsSync(path)) throw new Error(`There is no ${path}: install the Debian package libgs-common.`);
  return path;
}

/** The photograph as a Background, converted at full depth, and a veil above it that is not active. */
export async function photographIn(mode: EditedMode, depth: Depth, tag: 'tagged' | 'untagged'): Promise<DocumentState> {
  const profile = mode === 'lab' || tag === 'untagged' ? undefined : profileFor(mode);
  const color = await separated(cropped('sunset.png'), mode, depth, profile);
  const base = { width, height, mode, depth, resolution: 300, ...(profile && { profile }) };
  const background = newBackground(1, width, height, knownPlanes({ color }));
  const veil = { ...newPixelLayer(2, 'Veil'), bounds: { left: 0, top: 0, right: width, bottom: height } };
  const alpha = createSamples(depth, width * height).fill(fullScale(depth));
  const over = {
    ...veil,
    pixels: knownPlanes({ color: color.map((plane) => plane.slice().reverse()), alpha }),
    opacity: 30,
  };
  return { ...documentOf(base, [over, background]), activeLayers: [1] };
}

/** Planes of sRGB at 8 bit in another mode and depth. */
export async function separated(
  planes: readonly Samples[],
  mode: EditedMode,
  depth: Depth,
  profile: Uint8Array | undefined,
): Promise<readonly Samples[]> {
  const core = createCore(await createColorEngine(littleCms()));
  const sixteen = planes.map((plane) => Uint16Array.from(plane, (value) => (value * 32768) / 255 + 0.5));
  const sRGB = namedProfile('sRGB IEC61966-2.1');
  return core.convert(
    sixteen,
    { mode: 'rgb', ...(sRGB && { profile: sRGB }) },
    { mode, ...(profile && { profile }) },
    depth,
  );
}

function cropped(name: string): readonly Samples[] {
  const photo = openDocument(readFileSync(join(photos, name)));
  const { left, top } = crop;
  const area = { left, top, right: left + width, bottom: top + height };
  return photo.layers[0].pixels.read().color.map((plane) => regionOf(plane, canvasOf(photo), area, 0));
}
