import type { LayerState } from '../model/state';
import { layerOriginOf } from './origin';

/** Whether the file's own record still says all there is to say of a layer; what a group holds is not its own. */
export function isAsOpened(layer: LayerState): boolean {
  const opened = layerOriginOf(layer)?.opened;
  return opened !== undefined && (opened === layer || recorded.every((key) => sameValue(opened[key], layer[key])));
}

const recorded: readonly (keyof LayerState)[] = [
  'id',
  'name',
  'isBackground',
  'visible',
  'opacity',
  'fillOpacity',
  'blendMode',
  'clipped',
  'locks',
  'bounds',
  'pixels',
  'mask',
  'artboard',
  'xmp',
];

/** Rectangles and locks count as the same when their members do; pixels and masks only when they are the very same. */
function sameValue(a: LayerState[keyof LayerState], b: LayerState[keyof LayerState]): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const entries = Object.entries(a);
  return entries.length === Object.keys(b).length && entries.every(([key, value]) => isMember(b, key, value));
}

function isMember(whole: object, key: string, value: unknown): boolean {
  return Object.entries(whole).some(([name, other]) => name === key && other === value);
}
