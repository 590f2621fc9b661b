import { heightOf, isEmptyRect, widthOf } from '../../../photoshop/model/rects';
import { createSamples, depthOf } from '../../../photoshop/model/samples';
import type { DocumentState, LayerMaskState, LayerState, Planes, Rect, Samples } from '../../../photoshop/model/state';
import { createRowReader } from '../../../photoshop/psd/readRows';
import type { Size } from './view';

const longest = 28;

/** The size of a stamp of a document. */
export function thumbnailSize({ width, height }: Size): Size {
  const scale = longest / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A layer on the document's canvas, one pixel of many; of the file only the rows are read that are looked at. */
export function sampleLayer({ pixels, bounds }: LayerState, document: DocumentState): Planes | undefined {
  if (isEmptyRect(bounds)) return undefined;
  const size = thumbnailSize(document);
  const reader = createRowReader();
  const rows = rowsOf(document, size, bounds, (y) => reader.planes(pixels, widthOf(bounds), y, y + 1));
  const first = rows.find((row) => row !== undefined);
  if (!first) return undefined;
  const take = (planeOf: (row: Planes) => Samples | undefined, missing: number) =>
    gathered(
      rows.map((row) => row && planeOf(row)),
      document,
      size,
      bounds,
      missing,
      depthOf(first.color[0]),
    );
  const color = first.color.map((_, channel) => take((row) => row.color[channel], 0));
  const full = fullOf(first.color[0]);
  return { color, alpha: take((row) => row.alpha ?? row.color[0].slice().fill(full), 0) };
}

/** The same of a mask. */
export function sampleMask(mask: LayerMaskState, document: DocumentState): Samples {
  const { bounds, outside } = mask;
  const size = thumbnailSize(document);
  const reader = createRowReader();
  const rows = isEmptyRect(bounds)
    ? Array.from({ length: size.height }, () => undefined)
    : rowsOf(document, size, bounds, (y) => reader.mask(mask, widthOf(bounds), y, y + 1));
  return gathered(rows, document, size, bounds, outside, document.depth);
}

function rowsOf<T>(document: Size, { height }: Size, bounds: Rect, read: (y: number) => T): readonly (T | undefined)[] {
  return Array.from({ length: height }, (_, row) => {
    const y = Math.floor(((row + 0.5) * document.height) / height) - bounds.top;
    return y >= 0 && y < heightOf(bounds) ? read(y) : undefined;
  });
}

function gathered(
  rows: readonly (Samples | undefined)[],
  document: Size,
  { width, height }: Size,
  bounds: Rect,
  missing: number,
  depth: DocumentState['depth'],
): Samples {
  const plane = createSamples(depth, width * height).fill(missing);
  rows.forEach((row, y) => {
    for (let x = 0; row && x < width; x++) {
      const column = Math.floor(((x + 0.5) * document.width) / width) - bounds.left;
      if (column >= 0 && column < widthOf(bounds)) plane[y * width + x] = row[column];
    }
  });
  return plane;
}

function fullOf(samples: Samples): number {
  return { 8: 255, 16: 32768, 32: 1 }[depthOf(samples)];
}
