import { z } from 'zod';
import { type Rect, rectOf, type Size } from '../image/rect';

const edgeRange = { error: 'it takes a whole number of pixels from 0 to 30000' };
const edge = z.int(edgeRange).min(0, edgeRange).max(30_000, edgeRange);
const sideRange = { error: 'it takes a whole number of pixels from 1 to 300000' };
const side = z.int(sideRange).min(1, sideRange).max(300_000, sideRange);
const partRange = { error: 'it takes a number above 0, such as 16:9' };
const part = z.number(partRange).positive(partRange).max(10_000, partRange);

/** How far a picture is to be extended, in document pixels: by its edges, to a ratio, or to a size. */
export const extension = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('expand'), left: edge, top: edge, right: edge, bottom: edge }),
  z.strictObject({ kind: z.literal('aspect'), across: part, down: part }),
  z.strictObject({ kind: z.literal('size'), width: side, height: side }),
]);
export type Extension = z.infer<typeof extension>;

/** `problem`: why the picture cannot be extended so, as the end of a sentence. */
export type Extended = { readonly ok: true; readonly canvas: Rect } | { readonly ok: false; readonly problem: string };

/** The new canvas in the old one's coordinates: left and top may be negative. The picture stays in the middle. */
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
      return extended(size, centered(size, sizeOfRatio(size, by.across / by.down)));
    case 'size':
      return extended(size, centered(size, by));
  }
}

/** The smallest size of a ratio that holds the picture whole. */
function sizeOfRatio({ width, height }: Size, ratio: number): Size {
  const wide = { width: Math.max(width, Math.round(height * ratio)), height };
  return wide.width > width ? wide : { width, height: Math.max(height, Math.round(width / ratio)) };
}

/** What is added is shared evenly; an odd pixel goes to the right and to the bottom. */
function centered(size: Size, wanted: Size): Rect {
  const left = 0 - Math.floor((wanted.width - size.width) / 2);
  const top = 0 - Math.floor((wanted.height - size.height) / 2);
  return { left, top, right: left + wanted.width, bottom: top + wanted.height };
}

function extended(size: Size, canvas: Rect): Extended {
  const old = rectOf(size);
  const cut = canvas.left > old.left || canvas.top > old.top || canvas.right < old.right || canvas.bottom < old.bottom;
  if (cut)
    return { ok: false, problem: `the picture is ${size.width} × ${size.height} px, and none of it may be cut off` };
  const same = canvas.right - canvas.left === size.width && canvas.bottom - canvas.top === size.height;
  return same ? { ok: false, problem: 'the picture has this size already' } : { ok: true, canvas };
}
