import { canvasOf } from '../model/rects';
import type { DocumentState, Samples } from '../model/state';
import { encodePlane } from '../psd/encodedPlane';
import { ontoWhite } from '../psd/matte';
import { PlanesOrigin } from '../psd/origin';
import { compositeRegion } from './compositeRegion';

/** The whole composite as planes of a file. */
export function composeMerged(state: DocumentState): PlanesOrigin {
  const { color, alpha } = compositeRegion(state, canvasOf(state));
  const { width, height, depth } = state;
  const encode = (plane: Samples) => encodePlane(plane, width, height, depth);
  if (!alpha) return new PlanesOrigin(color.map(encode));
  return new PlanesOrigin(
    color.map((plane) => encode(ontoWhite(plane, alpha))),
    encode(alpha),
    'white',
  );
}
