import { encode as encodeJpeg } from 'jpeg-js';
import type { ColorEngine, ColorFormat } from './color/colorEngine';
import { namedProfile, profileNames } from './color/namedProfiles';
import { profileModel, profileName } from './color/profileName';
import { CannotDraw } from './composite/cannotDraw';
import { documentComposite } from './composite/documentComposite';
import { openDocument } from './files/openDocument';
import { isWebp } from './files/readWebp';
import { writePng } from './files/writePng';
import { colorChannelsOf, modes } from './model/modes';
import { depthOf, interleave, planesOf } from './model/samples';
import type { Depth, DocumentState, Samples } from './model/state';
import type { ColorTag, Core, FlatPicture } from './modules/core';
import { DamagedFile } from './psd/damagedFile';
import type { Part } from './psd/parts';
import { UnsupportedFile } from './psd/unsupportedFile';
import { formatOf, psdParts, writePsd } from './psd/writePsd';

/** The parts that know pixels, profiles and files, joined for the modules. */
export interface PhotoshopCore extends Core {
  /** What could not be drawn so far, and what was shown instead: for whoever looks at the pictures. */
  readonly notes: ReadonlySet<string>;
  /** What `writePsd` writes, in parts that are made when they are asked for. */
  psdParts(state: DocumentState): Iterable<Part>;
  /** The ending of the file that they make. */
  formatOf(state: DocumentState): 'psd' | 'psb';
}

export interface CoreOptions {
  /** The name of what untagged RGB counts as: Photoshop's color settings. */
  readonly workingRgb?: () => string;
  /** Without it a WebP file cannot be opened. */
  readonly readWebp?: (bytes: Uint8Array) => Promise<DocumentState>;
}

export function createCore(engine: ColorEngine, options: CoreOptions = {}): PhotoshopCore {
  const { workingRgb = () => defaultColorSettings.rgb, readWebp } = options;
  const settings = {
    ...defaultColorSettings,
    get rgb() {
      return workingRgb();
    },
  };
  const notes = new Set<string>();
  return {
    notes,
    composite(state, area) {
      try {
        const { planes, notes: more } = documentComposite(state, area);
        for (const note of more) notes.add(note);
        return planes;
      } catch (error) {
        if (isForPerson(error)) notes.add(error.message);
        throw error;
      }
    },
    convert: (color, from, to, depth) => convert({ engine, settings }, color, from, to, depth ?? depthOfAll(color)),
    profileName: (profile) => profileName(profile) ?? '',
    profileNamed: namedProfile,
    workingName: (mode) => {
      const model = modes[mode].colors;
      return model ? settings[model] : '';
    },
    profileNames: (mode) => profileNames().filter((name) => modelOf(name) === modes[mode].colors),
    readDocument: (_name, bytes) => (readWebp && isWebp(bytes) ? readWebp(bytes) : openDocument(bytes)),
    writePsd: (state) => writePsd(state, (note) => notes.add(note)),
    psdParts: (state) => psdParts(state, (note) => notes.add(note)),
    formatOf,
    encodePng: ({ width, height, components, data, profile }) =>
      writePng({
        width,
        height,
        planes: planesOf(data, components, components < 3 ? 1 : 3),
        ...(profile && { profile }),
      }),
    encodeJpeg: (picture, quality) => encodeJpeg(withFourComponents(picture), quality).data,
  };
}

/** Whether an error tells the person who opened the file what is the matter with it. */
export function isForPerson(error: unknown): error is Error {
  return error instanceof CannotDraw || error instanceof DamagedFile || error instanceof UnsupportedFile;
}

function modelOf(name: string): ReturnType<typeof profileModel> {
  const profile = namedProfile(name);
  return profile && profileModel(profile);
}

/** What untagged colors count as in Photoshop's own default color settings; the CMYK is a stand-in's too. */
const defaultColorSettings = {
  rgb: 'sRGB IEC61966-2.1',
  gray: 'Gray Gamma 2.2',
  lab: 'Lab D50',
  cmyk: 'Plain Press CMYK',
} as const;

interface ColorRoom {
  readonly engine: ColorEngine;
  readonly settings: Readonly<Record<keyof typeof defaultColorSettings, string>>;
}

function convert(
  room: ColorRoom,
  color: readonly Samples[],
  from: ColorTag,
  to: ColorTag,
  depth: Depth,
): readonly Samples[] {
  const [first] = color;
  if (!first) return color;
  const source = colorFormatOf(room, from, depthOf(first));
  const target = colorFormatOf(room, to, depth);
  if (source.model === target.model && source.profile === target.profile && source.depth === target.depth) return color;
  const converted = room.engine.converter(source, target)(interleave({ color }), color.length);
  const channels = colorChannelsOf(target.model);
  return planesOf(converted, channels, channels).color;
}

function depthOfAll([first]: readonly Samples[]): Depth {
  return first ? depthOf(first) : 8;
}

/** A profile that is damaged, or of another model, counts as none, as Photoshop has it. */
function colorFormatOf({ engine, settings }: ColorRoom, { mode, profile }: ColorTag, depth: Depth): ColorFormat {
  const model = modes[mode].colors;
  if (!model) throw new Error(`The values of ${modes[mode].label} are not converted.`);
  if (model === 'lab') return { model, depth, profile: noProfile };
  if (profile && engine.canUse({ model, depth, profile })) return { model, depth, profile };
  const working = namedProfile(settings[model]);
  if (!working) throw new Error('The working profile is missing.');
  return { model, depth, profile: working };
}

const noProfile = new Uint8Array(0);

function withFourComponents({ width, height, components, data }: FlatPicture) {
  const four = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0, to = 0; at < data.length; at += components, to += 4) {
    for (let c = 0; c < 3; c++) four[to + c] = data[at + (components < 3 ? 0 : c)] ?? 0;
  }
  return { width, height, data: four };
}
