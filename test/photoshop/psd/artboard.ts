import type { Rect } from '../model/state';
import { findBlock, type Block } from './blocks';
import { numberAt, objectAt, readVersionedDescriptor, type Descriptor } from './descriptor';

export interface Artboard {
  readonly bounds: Rect;
  /** Red, green and blue from 0 to 255; absent: transparent. */
  readonly background?: readonly [number, number, number];
}

/** The artboard that a group is, if it is one. */
export function readArtboard(blocks: readonly Block[]): Artboard | undefined {
  const data = findBlock(blocks, 'artb', 'artd', 'abdd');
  const artboard = data && readVersionedDescriptor(data);
  const rect = objectAt(artboard, 'artboardRect');
  if (!artboard || !rect) return undefined;
  const edge = (key: string) => Math.round(numberAt(rect, key) ?? 0);
  const bounds = { left: edge('Left'), top: edge('Top '), right: edge('Rght'), bottom: edge('Btom') };
  const background = backgroundOf(artboard);
  return background ? { bounds, background } : { bounds };
}

/** 1 white, 2 black, 3 transparent, 4 a color of its own. */
function backgroundOf(artboard: Descriptor): readonly [number, number, number] | undefined {
  switch (numberAt(artboard, 'artboardBackgroundType')) {
    case 1:
      return [255, 255, 255];
    case 2:
      return [0, 0, 0];
    case 4: {
      const color = objectAt(artboard, 'Clr ');
      return [numberAt(color, 'Rd  ') ?? 255, numberAt(color, 'Grn ') ?? 255, numberAt(color, 'Bl  ') ?? 255];
    }
    default:
      return undefined;
  }
}
