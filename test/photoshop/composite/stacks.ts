import type { LayerState } from '../model/state';

/** A layer and those that are clipped to it, bottom to top. */
export interface Stack {
  readonly base: LayerState;
  readonly clipped: readonly LayerState[];
}

/** The layers of a list as stacks, bottom to top. A clipped layer that has nothing below it stands for itself. */
export function stacksOf(layers: readonly LayerState[]): readonly Stack[] {
  const stacks: { base: LayerState; clipped: LayerState[] }[] = [];
  for (const layer of [...layers].reverse()) {
    const below = stacks.at(-1);
    if (layer.clipped && below) below.clipped.push(layer);
    else stacks.push({ base: layer, clipped: [] });
  }
  return stacks;
}
