import type { LayerState } from '../photoshop/model/state';

/** Whether two lists of layers are alike to the last value, pixels and masks included. */
export function isSameLayers(a: readonly LayerState[], b: readonly LayerState[]): boolean {
  return a.length === b.length && a.every((layer, i) => isSameLayer(layer, b[i]));
}

/** What did not change is shared, so that pixels and masks are compared by identity. */
function isSameLayer(a: LayerState, b: LayerState): boolean {
  const { children: childrenOfA = [], ...restOfA } = a;
  const { children: childrenOfB = [], ...restOfB } = b;
  const keys = new Set([...Object.keys(restOfA), ...Object.keys(restOfB)]);
  const isSame = [...keys].every((key) => Reflect.get(restOfA, key) === Reflect.get(restOfB, key));
  return isSame && isSameLayers(childrenOfA, childrenOfB);
}
