import { encode as encodeJpeg } from 'jpeg-js';
import { compositeRegion } from './composite/compositeRegion';
import { openDocument } from './files/openDocument';
import { writePng } from './files/writePng';
import { planesOf } from './model/samples';
import type { Core } from './modules/core';
import { writePsd } from './psd/writePsd';

/** The parts that know pixels, profiles and files, joined for the modules. */
export const photoshopCore: Core = {
  composite: compositeRegion,
  convert(color) { return color; },
  profileName: () => 'sRGB IEC61966-2.1',
  profileNamed: () => undefined,
  readDocument: (_name, bytes) => openDocument(bytes),
  writePsd,
  encodePng: ({ width, height, components, data, profile }) =>
    writePng({ width, height, planes: planesOf(data, components, 3), ...(profile && { profile }) }),
  encodeJpeg: ({ width, height, data }, quality) => encodeJpeg({ width, height, data }, quality).data,
};
