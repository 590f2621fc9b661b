import { compositeRegion } from '../../composite/compositeRegion';
import { openDocument } from '../../files/openDocument';
import { writePng } from '../../files/writePng';
import { planesOf } from '../../model/samples';
import { writePsd } from '../../psd/writePsd';
import type { Core } from '../core';

const profiles: Readonly<Record<string, number>> = {
  'sRGB IEC61966-2.1': 1,
  'Adobe RGB (1998)': 2,
  'Gray Gamma 2.2': 3,
};

/** The pixel side as it is, but profiles are told apart by one byte and all mean the same colors. */
export const plainCore: Core = {
  composite: compositeRegion,
  convert: (color) => color,
  profileName: ([byte]) => Object.keys(profiles).find((name) => profiles[name] === byte) ?? '',
  profileNamed: (name) => (name in profiles ? new Uint8Array([profiles[name]]) : undefined),
  profileNames: () => Object.keys(profiles),
  readDocument: (_name, bytes) => openDocument(bytes),
  writePsd,
  encodePng: ({ width, height, components, data }) =>
    writePng({ width, height, planes: planesOf(data, components, 3) }),
  encodeJpeg: ({ data }) => Uint8Array.from(data),
};
