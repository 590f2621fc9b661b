import { allLayers } from '../../model/findLayer';
import { colorChannelsOf } from '../../model/modes';
import { knownPlanes } from '../../model/newLayer';
import { noRect } from '../../model/rects';
import { createSamples } from '../../model/samples';
import type { DocumentState, LayerKind, LayerState } from '../../model/state';
import { numberWithin, readOptions, text } from '../arguments';
import { demand } from '../rules';
import type { Session } from '../session';
import type { OpenDocument } from '../workspace';
import { blendKeyOf } from './names';

const unlocked = { transparency: false, pixels: false, position: false, all: false };

/** An empty layer with what the options say of it. */
export function newLayer(
  session: Session,
  document: OpenDocument,
  kind: Extract<LayerKind, 'pixel' | 'group'>,
  call: string,
  given: unknown = {},
): LayerState {
  const { book } = session;
  const allowed = ['name', 'opacity', 'blendMode', 'mode', 'color', 'group', 'fillNeutral', 'fromLayers'];
  const options = readOptions(book, call, given, allowed);
  const { opacity = 100, group = false } = options;
  const blendMode = options['blendMode'] ?? options['mode'] ?? (kind === 'group' ? 'passThrough' : 'normal');
  const blendKey = blendKeyOf(blendMode);
  demand(book, 'dom.blend-mode', blendKey !== undefined, `${call} with ${JSON.stringify(blendMode)}`);
  return {
    id: document.nextLayerId(),
    name: options['name'] === undefined ? defaultName(document.state, kind) : text(book, 'name', options['name']),
    kind,
    isBackground: false,
    visible: true,
    opacity: Math.round((numberWithin(book, 'opacity', opacity, 0, 100) * 255) / 100),
    fillOpacity: 255,
    blendMode: blendKey,
    clipped: group === true,
    locks: unlocked,
    bounds: noRect,
    pixels: knownPlanes(noPixels(document.state)),
    hasVectorMask: false,
    hasEffects: false,
    ...(kind === 'group' && { children: [] }),
  };
}

function noPixels({ mode, depth }: DocumentState) {
  const none = createSamples(depth, 0);
  return { color: Array.from({ length: colorChannelsOf(mode) }, () => none), alpha: none };
}

function defaultName({ layers }: DocumentState, kind: 'pixel' | 'group'): string {
  const stem = kind === 'group' ? 'Group' : 'Layer';
  const names = new Set(allLayers({ layers }).map(({ name }) => name));
  let number = 1;
  while (names.has(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}
