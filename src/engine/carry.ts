import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import type { Labels } from './labels';
import { type Level, rowsFor } from './level';

/**
 * The labels of a level twice as large: each pixel copies from where its coarse pixel did, at the same corner. A source
 * that lies in the hole at this scale is taken from a neighbor instead.
 */
export function* enlargeLabels(labels: Labels, coarse: Level, fine: Level): Sliced<Labels> {
  const { width, height, hole } = fine;
  const enlarged = new Int32Array(width * height).fill(-1);
  yield* inPieces(height, rowsFor(100_000, width), (from, to) => {
    for (let y = from; y < to; y++) {
      for (let x = 0; x < width; x++) {
        const at = y * width + x;
        if (hole[at] > 0) enlarged[at] = enlargedLabel(labels, coarse, fine, x, y);
      }
    }
  });
  return enlarged;
}

function enlargedLabel(labels: Labels, coarse: Level, fine: Level, x: number, y: number): number {
  let nearest = -1;
  // the nearest coarse pixels that copy something, the own one first
  for (let n = 0; n < 9; n++) {
    const cx = (x >> 1) + nearRight[n];
    const cy = (y >> 1) + nearDown[n];
    if (cx < 0 || cy < 0 || cx >= coarse.width || cy >= coarse.height) continue;
    const label = labels[cy * coarse.width + cx];
    if (label < 0) continue;
    const sourceX = label % coarse.width;
    const sourceY = (label - sourceX) / coarse.width;
    const movedX = x + 2 * (sourceX - cx);
    const movedY = y + 2 * (sourceY - cy);
    if (movedX < 0 || movedY < 0 || movedX >= fine.width || movedY >= fine.height) continue;
    const at = movedY * fine.width + movedX;
    if (fine.hole[at] === 0) return at;
    if (nearest < 0) nearest = at;
  }
  return nearest < 0 ? -1 : knownBeside(fine, nearest);
}

/** Where the hole is a pixel wider than it was at the coarse scale, what lies next to its rim is copied. */
function knownBeside({ width, height, hole }: Level, at: number): number {
  const x = at % width;
  const y = (at - x) / width;
  for (let away = 1; away <= 2; away++) {
    for (let n = 1; n < 9; n++) {
      const nx = x + away * nearRight[n];
      const ny = y + away * nearDown[n];
      if (nx >= 0 && ny >= 0 && nx < width && ny < height && hole[ny * width + nx] === 0) return ny * width + nx;
    }
  }
  return -1;
}

/** Paints into the hole what the labels copy. */
export function* paintCopies({ channels, guide }: Level, labels: Labels): Sliced<void> {
  yield* inPieces(labels.length, 300_000, (from, to) => {
    for (let at = from; at < to; at++) {
      if (labels[at] < 0) continue;
      for (let c = 0; c < channels; c++) guide[at * channels + c] = guide[labels[at] * channels + c];
    }
  });
}

const nearRight = [0, 1, -1, 0, 0, 1, -1, 1, -1];
const nearDown = [0, 0, 0, 1, -1, 1, -1, -1, 1];
