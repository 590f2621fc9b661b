import { whiteOf } from '../model/modes';
import type { DocumentState, Planes, Samples } from '../model/state';
import { ontoWhite } from '../psd/matte';

/** Color as it stands in a file, laid on white where there is alpha, then alpha. */
export function matted({ color, alpha }: Planes, state: DocumentState): readonly Samples[] {
  if (!alpha) return color;
  const white = whiteOf(state);
  return [...color.map((plane, i) => ontoWhite(plane, alpha, white[i] ?? 0)), alpha];
}
