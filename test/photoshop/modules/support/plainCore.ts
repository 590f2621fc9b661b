import { compositeRegion } from '../../composite/compositeRegion';
import { openDocument } from '../../files/openDocument';
import { writePng } from '../../files/writePng';
import { colorChannelsOf } from '../../model/modes';
import { planesOf } from '../../model/samples';
import type { Mode } from '../../model/state';
import { writePsd } from '../../psd/writePsd';
import type { Core } from '../core';

const profiles: Readonly<Record<string, number>> = {
  'sRGB IEC61966-2.1': 1,
  'Adobe RGB (1998)': 2,
  'Gray Gamma 2.2': 3,
  'Plain Press CMYK': 4,
};

const namesOfMode: Readonly<Partial<Record<Mode, readonly string[]>>> = {
  rgb: ['sRGB IEC61966-2.1', 'Adobe RGB (1998)'],
  gray: ['Gray Gamma 2.2'],
  cmyk: ['Plain Press CMYK'],
};

/** The pixel side as it is, but profiles are told apart by one byte and all mean the same colors. */
export const plainCore: Core = {
  composite: compositeRegion,
  convert: (color, _from, { mode }) =>
    Array.from({ length: colorChannelsOf(mode) }, (_, channel) => color[channel] ?? color[0]),
  profileName: ([byte]) => Object.keys(profiles).find((name) => profiles[name] === byte) ?? '',
  profileNamed: (name) => (name in profiles ? new Uint8Array([profiles[name]]) : undefined),
  profileNames: (mode) => namesOfMode[mode] ?? [],
  workingName: (mode) => namesOfMode[mode]?.[0] ?? '',
  readDocument: (_name, bytes) => openDocument(bytes),
  writePsd,
  encodePng: ({ width, height, components, data }) =>
    writePng({ width, height, planes: planesOf(data, components, components < 3 ? 1 : 3) }),
  encodeJpeg: ({ data }) => Uint8Array.from(data),
};
