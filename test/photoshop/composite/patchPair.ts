import { sizeOf } from '../model/rects';
import { createSamples } from '../model/samples';
import type { DocumentState, Rect, Samples } from '../model/state';
import { drawPair, type Pair } from './compositePair';
import type { Drawing } from './drawing';
import type { Patch } from './patchComposite';
import { quantizePair } from './quantize';

/** The new picture of a band where both states let nothing shine through, which is by far the most frequent case. */
export function patchPair(states: Pair<DocumentState>, band: Rect, drawing: Drawing): Patch {
  const { before, after } = drawPair(states, band, drawing);
  const size = sizeOf(band);
  const changed = new Uint8Array(size);
  const color = after.color.map((plane, i) => {
    const fresh = createSamples(drawing.depth, size);
    quantizePair(plane, before.color[i] ?? plane, fresh, changed);
    return fresh;
  });
  return { planes: { color }, changed };
}

/** Writes 1 where two planes differ. */
export function markDifferences(changed: Uint8Array, before: Samples, after: Samples): void {
  for (let i = 0; i < changed.length; i++) if (before[i] !== after[i]) changed[i] = 1;
}
