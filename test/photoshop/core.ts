import { encode as encodeJpeg } from 'jpeg-js';
import type { ColorEngine, ColorFormat } from './color/colorEngine';
import { namedProfile, profileNames } from './color/namedProfiles';
import { profileModel, profileName } from './color/profileName';
import { CannotDraw } from './composite/cannotDraw';
import { documentComposite } from './composite/documentComposite';
import { openDocument } from './files/openDocument';
import { writePng } from './files/writePng';
import { interleave, planesOf } from './model/samples';
import type { Mode, Samples } from './model/state';
import type { ColorTag, Core, FlatPicture } from './modules/core';
import { writePsd } from './psd/writePsd';

/** The parts that know pixels, profiles and files, joined for the modules. */
export interface PhotoshopCore extends Core {
  /** What could not be drawn so far, and what was shown instead: for whoever looks at the pictures. */
  readonly notes: ReadonlySet<string>;
}

export function createCore(engine: ColorEngine): PhotoshopCore {
  const notes = new Set<string>();
  return {
    notes,
    composite(state, area) {
      try {
        const { planes, notes: more } = documentComposite(state, area);
        for (const note of more) notes.add(note);
        return planes;
      } catch (error) {
        if (error instanceof CannotDraw) notes.add(error.message);
        throw error;
      }
    },
    convert: (color, from, to) => convert(engine, color, from, to),
    profileName: (profile) => profileName(profile) ?? '',
    profileNamed: namedProfile,
    profileNames: (mode) => profileNames().filter((name) => modelOf(name) === modelName(mode)),
    readDocument: (_name, bytes) => openDocument(bytes),
    writePsd: (state) => writePsd(state, (note) => notes.add(note)),
    encodePng: ({ width, height, components, data, profile }) =>
      writePng({ width, height, planes: planesOf(data, components, 3), ...(profile && { profile }) }),
    encodeJpeg: (picture, quality) => encodeJpeg(withFourComponents(picture), quality).data,
  };
}

function modelOf(name: string): ReturnType<typeof profileModel> {
  const profile = namedProfile(name);
  return profile && profileModel(profile);
}

function modelName(mode: Mode): ColorFormat['model'] {
  return mode === 'gray' || mode === 'lab' ? mode : 'rgb';
}

/** An untagged document counts as sRGB or Gray Gamma 2.2, as in Photoshop's own default color settings. */
function convert(engine: ColorEngine, color: readonly Samples[], from: ColorTag, to: ColorTag): readonly Samples[] {
  const [first] = color;
  if (!first || first instanceof Float32Array) throw new Error('32-bit colors are not converted.');
  const depth = first instanceof Uint16Array ? 16 : 8;
  const source = formatOf(from, depth);
  const target = formatOf(to, depth);
  if (source.model === target.model && source.profile === target.profile) return color;
  const values = interleave({ color });
  if (values instanceof Float32Array) throw new Error('32-bit colors are not converted.');
  const converted = engine.converter(source, target)(values, color.length);
  return planesOf(converted, target.model === 'gray' ? 1 : 3, target.model === 'gray' ? 1 : 3).color;
}

function formatOf({ mode, profile }: ColorTag, depth: 8 | 16): ColorFormat {
  const model = modelName(mode);
  const working = namedProfile(model === 'gray' ? 'Gray Gamma 2.2' : 'sRGB IEC61966-2.1');
  const chosen = profile ?? working;
  if (!chosen) throw new Error('The working profile is missing.');
  return { model, depth, profile: chosen };
}

function withFourComponents({ width, height, components, data }: FlatPicture) {
  const four = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0, to = 0; at < data.length; at += components, to += 4) four.set(data.subarray(at, at + 3), to);
  return { width, height, data: four };
}
