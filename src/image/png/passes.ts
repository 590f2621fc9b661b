import type { PngHeader } from './pngHeader';

/** A pass over a picture: every pixel from `left`, `top` on in steps of `across` and `down`. */
export interface Pass {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
  readonly width: number;
  readonly height: number;
}

/** The passes in which a PNG's pixels come: one, or the seven of Adam7 (PNG 1.2, 2.6) without those that hold nothing. */
export function passesOf({ width, height, interlaced }: PngHeader): readonly Pass[] {
  const steps = interlaced ? adam7 : [[0, 0, 1, 1]];
  return steps
    .map(([left, top, across, down]) => ({
      left,
      top,
      across,
      down,
      width: Math.ceil((width - left) / across),
      height: Math.ceil((height - top) / down),
    }))
    .filter((pass) => pass.width > 0 && pass.height > 0);
}

const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];
