import { z } from 'zod';
import type { CannotExtend } from '../base/errors';
import { type Rect, rectOf, type Size } from '../image/rect';

const edgeRange = { error: 'it takes a whole number of pixels from 0 to 30000' };
const edge = z.int(edgeRange).min(0, edgeRange).max(30_000, edgeRange);
const sideRange = { error: 'it takes a whole number of pixels from 1 to 300000' };
const side = z.int(sideRange).min(1, sideRange).max(300_000, sideRange);
const partRange = { error: 'it takes a number above 0, such as 16:9' };
const part = z.number(partRange).positive(partRange).max(10_000, partRange);

/** Where the picture stands on the new canvas, row by row from the top left. */
export const anchors = [
  ...(['top-left', 'top', 'top-right', 'left', 'center'] as const),
  ...(['right', 'bottom-left', 'bottom', 'bottom-right'] as const),
] as const;
export type Anchor = (typeof anchors)[number];

const anchor = z.enum(anchors, { error: `it is one of ${anchors.join(', ')}` }).default('center');

/** How far a picture is to be extended, in document pixels: by its edges, to a ratio, or to a size. */
export const extension = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('expand'), left: edge, top: edge, right: edge, bottom: edge }),
    z.strictObject({ kind: z.literal('aspect'), across: part, down: part, anchor }),
    z.strictObject({ kind: z.literal('size'), width: side, height: side, anchor }),
  ],
  { error: 'say how far: by edges, to a ratio or to a size' },
);
export type Extension = z.infer<typeof extension>;

export type Extended =
  { readonly ok: true; readonly canvas: Rect } | { readonly ok: false; readonly obstacle: CannotExtend };

/** The longest side of a document, in pixels. */
const longestSide = 300_000;

/** The new canvas in the old one's coordinates: left and top may be negative. */
export function extend(size: Size, by: Extension): Extended {
  switch (by.kind) {
    case 'expand':
      return extended(size, {
        left: 0 - by.left,
        top: 0 - by.top,
        right: size.width + by.right,
        bottom: size.height + by.bottom,
      });
    case 'aspect':
      return extended(size, anchored(size, sizeOfRatio(size, by.across / by.down), by.anchor));
    case 'size':
      return extended(size, anchored(size, by, by.anchor));
  }
}

/** The smallest size of a ratio that holds the picture whole. */
function sizeOfRatio({ width, height }: Size, ratio: number): Size {
  const wide = { width: Math.max(width, Math.round(height * ratio)), height };
  return wide.width > width ? wide : { width, height: Math.max(height, Math.round(width / ratio)) };
}

/** In the middle, what is added is shared evenly; an odd pixel goes to the right and to the bottom. */
function anchored(size: Size, wanted: Size, at: Anchor): Rect {
  const place = anchors.indexOf(at);
  const left = 0 - Math.floor(((wanted.width - size.width) * (place % 3)) / 2);
  const top = 0 - Math.floor(((wanted.height - size.height) * Math.floor(place / 3)) / 2);
  return { left, top, right: left + wanted.width, bottom: top + wanted.height };
}

function extended(size: Size, canvas: Rect): Extended {
  const old = rectOf(size);
  const cut = canvas.left > old.left || canvas.top > old.top || canvas.right < old.right || canvas.bottom < old.bottom;
  const [width, height] = [canvas.right - canvas.left, canvas.bottom - canvas.top];
  if (cut || width < size.width || height < size.height) return { ok: false, obstacle: 'cut' };
  if (width === size.width && height === size.height) return { ok: false, obstacle: 'same' };
  return Math.max(width, height) > longestSide ? { ok: false, obstacle: 'long' } : { ok: true, canvas };
}
