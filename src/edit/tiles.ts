import { areaOf, heightOf, intersect, isEmpty, type Rect, sizeOf, union, widthOf } from '../image/rect';
import type { SizeRule } from '../routing/model';
import { type Fit, fit } from './fit';
import { mostPixels } from './frame';

/** One of the overlapping crops that a region goes out in, each at the document's own resolution. */
export interface Tile {
  /** What the model sees of the picture. */
  readonly contextInDocument: Rect;
  /** Its own share of the region, up to the middle of what it has in common with its neighbors. */
  readonly cellInDocument: Rect;
  readonly fit: Fit;
}

/** What a tile has in common with the next one: a share of its side, and no less than so many pixels. */
const overlapShare = 0.12;
const leastOverlap = 64;
/** Tiles in a row or column. */
const mostAcross = 16;

/**
 * The fewest tiles of native scale that cover a region, without those that have no share in `target`. None where the
 * region goes out whole at that scale anyway, or where no number of tiles would help.
 */
export function tilesFor(region: Rect, target: Rect, canvas: Rect, rule: SizeRule): readonly Tile[] {
  if (fit(region, canvas, rule).scale === 1) return [];
  const grid = smallestGrid(region, canvas, rule);
  if (grid === undefined) return [];
  const columns = stretches(region.left, widthOf(region), grid.across);
  const rows = stretches(region.top, heightOf(region), grid.down);
  const all = rows.flatMap((row) => columns.map((column) => tileAt(column, row, canvas, rule)));
  return all.filter(({ cellInDocument }) => !isEmpty(intersect(cellInDocument, target)));
}

/** All that the tiles show of the document. */
export function coveredBy(tiles: readonly [Tile, ...Tile[]]): Rect {
  return tiles.reduce((whole, { contextInDocument }) => union(whole, contextInDocument), tiles[0].contextInDocument);
}

/** As it is written beside the scale. */
export function tilesLabel(count: number): string {
  return count === 1 ? '1 tile' : `${String(count)} tiles`;
}

interface Grid {
  readonly across: number;
  readonly down: number;
}

/** A model sees less of a long strip than of a square of as many pixels: beyond this ratio of sides it counts for more. */
const longest = 2;

/** The fewest tiles, unless they are long strips; of as many, those that show least twice. */
function smallestGrid(region: Rect, canvas: Rect, rule: SizeRule): Grid | undefined {
  const most = mostPixels(rule);
  let best: (Grid & { readonly cost: number }) | undefined;
  for (let across = 1; across <= mostAcross; across++) {
    const width = sideOf(widthOf(region), across);
    for (let down = 1; down <= mostAcross; down++) {
      const height = sideOf(heightOf(region), down);
      if (width * height > most) continue;
      const ratio = Math.max(width / height, height / width);
      const count = across * down * Math.max(1, ratio / longest);
      if (best !== undefined && count >= best.cost + 1) continue;
      const { left, top } = region;
      const fitted = fit({ left, top, right: left + width, bottom: top + height }, canvas, rule);
      if (fitted.scale !== 1) continue;
      const cost = count + areaOf(fitted.sentInDocument) * 1e-10;
      if (best === undefined || cost < best.cost) best = { across, down, cost };
      break;
    }
  }
  return best;
}

/** A tile's extent along one side of the region. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly cellStart: number;
  readonly cellEnd: number;
}

/** Equally long and evenly laid. */
function stretches(start: number, length: number, count: number): readonly [Stretch, ...Stretch[]] {
  const side = sideOf(length, count);
  const startOf = (index: number) => start + Math.round((index * (length - side)) / Math.max(1, count - 1));
  const cutAfter = (index: number) => Math.floor((startOf(index) + side + startOf(index + 1)) / 2);
  const at = (index: number): Stretch => ({
    start: startOf(index),
    end: startOf(index) + side,
    cellStart: index === 0 ? start : cutAfter(index - 1),
    cellEnd: index === count - 1 ? start + length : cutAfter(index),
  });
  return [at(0), ...Array.from({ length: count - 1 }, (_, index) => at(index + 1))];
}

function sideOf(length: number, count: number): number {
  const byShare = length / (count - overlapShare * (count - 1));
  return Math.min(length, Math.ceil(Math.max(byShare, (length + (count - 1) * leastOverlap) / count)));
}

function tileAt(column: Stretch, row: Stretch, canvas: Rect, rule: SizeRule): Tile {
  const crop = { left: column.start, top: row.start, right: column.end, bottom: row.end };
  const fitted = fit(crop, canvas, rule);
  return {
    contextInDocument: intersect(fitted.sentInDocument, canvas),
    cellInDocument: { left: column.cellStart, top: row.cellStart, right: column.cellEnd, bottom: row.cellEnd },
    fit: fitted,
  };
}

/** How the whole of it counts: at native scale, though nobody sees it at once. */
export function fitOfAll(contextInDocument: Rect): Fit {
  const size = sizeOf(contextInDocument);
  return { sentInDocument: contextInDocument, source: size, asked: size, scale: 1 };
}
