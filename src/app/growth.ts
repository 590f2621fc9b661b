import { type Anchor, anchors, extend, type Extension } from '../edit/extension';
import type { Size } from '../image/rect';

export type { Anchor, Extension } from '../edit/extension';

/** What a larger canvas adds at each edge, in document pixels, and how large it is. */
export interface Growth extends Size {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const noGrowth = { kind: 'expand', left: 0, top: 0, right: 0, bottom: 0 } as const;

/** What an extension does to a picture of that size; nothing is added where it cannot be extended so. */
export function growthOf(size: Size, by: Extension): Growth {
  const extended = extend(size, by);
  if (!extended.ok) return { ...noGrowth, ...size };
  const { left, top, right, bottom } = extended.canvas;
  return {
    left: 0 - left,
    top: 0 - top,
    right: right - size.width,
    bottom: bottom - size.height,
    width: right - left,
    height: bottom - top,
  };
}

/** The anchor one step further to a side; the same where there is none. */
export function anchorBeside(anchor: Anchor, across: -1 | 0 | 1, down: -1 | 0 | 1): Anchor {
  const place = anchors.indexOf(anchor);
  const column = Math.min(2, Math.max(0, (place % 3) + across));
  const row = Math.min(2, Math.max(0, Math.floor(place / 3) + down));
  return anchors[row * 3 + column] ?? anchor;
}
