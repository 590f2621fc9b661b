/**
 * One scale of the picture as the matching sees it: a few bytes per pixel, interleaved. Known pixels never change; the
 * hole's are the present guess.
 */
export interface Level {
  readonly width: number;
  readonly height: number;
  /** Bytes per pixel of `guide`. */
  readonly channels: number;
  readonly guide: Uint8Array;
  /** 1 is to be made anew, 0 is known. */
  readonly hole: Uint8Array;
}

/** Rows that make up about `cells` cells: the size of a piece of work. */
export function rowsFor(cells: number, width: number): number {
  return Math.max(1, Math.floor(cells / width));
}
