import { blackOf, modes, whiteOf } from '../../model/modes';
import { knownPlanes } from '../../model/newLayer';
import { createSamples } from '../../model/samples';
import type { DocumentState, LayerState } from '../../model/state';
import { numberWithin, oneOf, readOptions, text, wholeNumber } from '../arguments';
import { platformError } from '../errors';
import { rectAt } from '../imaging/rect';
import { demand } from '../rules';
import type { Session } from '../session';
import { modeNamed } from './names';

const allowed = ['name', 'width', 'height', 'resolution', 'mode', 'fill', 'depth', 'profile'];
const fills = ['white', 'black', 'transparent'] as const;

/** A new document with one layer, as `createDocument` makes it: 2100 by 1500 pixels of white where nothing else is said. */
export function blankDocument(session: Session, given: unknown): DocumentState {
  const { book } = session;
  const options = readOptions(book, 'createDocument', given, allowed);
  const width = wholeNumber(book, 'width', options['width'] ?? 2100);
  const height = wholeNumber(book, 'height', options['height'] ?? 1500);
  for (const side of [width, height]) demand(book, 'dom.value', side >= 1, `createDocument with a side of ${side}`);
  const depth = oneOf(book, 'depth', options['depth'] ?? 8, [8, 16, 32]);
  const fill = oneOf(book, 'fill', options['fill'] ?? 'white', fills);
  const mode = modeNamed(options['mode'] ?? 'RGBColorMode');
  if (!mode || !modes[mode].colors || !modes[mode].depths.includes(depth)) {
    throw platformError('The document mode is not available.');
  }
  const profileName = text(book, 'profile', options['profile'] ?? (mode === 'rgb' ? 'sRGB IEC61966-2.1' : ''));
  const profile = session.core.profileNamed(profileName);
  if (profileName !== '' && !profile) throw platformError(`The color profile "${profileName}" is not available.`);
  const plane = createSamples(depth, fill === 'transparent' ? 0 : width * height);
  const values = fill === 'white' ? whiteOf({ mode, depth }) : blackOf({ mode, depth });
  const color = values.map((value) => plane.slice().fill(value));
  const clear = fill === 'transparent';
  const layer: LayerState = {
    id: 1,
    name: clear ? 'Layer 1' : 'Background',
    kind: 'pixel',
    isBackground: !clear,
    visible: true,
    opacity: 255,
    fillOpacity: 255,
    blendMode: 'norm',
    clipped: false,
    locks: { transparency: !clear, pixels: false, position: !clear, all: false },
    bounds: clear ? rectAt(0, 0, 0, 0) : rectAt(0, 0, width, height),
    pixels: knownPlanes(clear ? { color, alpha: plane } : { color }),
    hasVectorMask: false,
    hasEffects: false,
  };
  return {
    width,
    height,
    resolution: numberWithin(book, 'resolution', options['resolution'] ?? 300, 1, 30000),
    mode,
    depth,
    ...(profile && { profile }),
    layers: [layer],
    channels: [],
    activeLayers: [1],
    quickMask: false,
  };
}
