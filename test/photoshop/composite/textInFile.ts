import { allLayers } from '../model/findLayer';
import { canvasOf, intersectRects, isEmptyRect, widthOf } from '../model/rects';
import { depthOf, fullScale, regionOf } from '../model/samples';
import type { DocumentState, Planes, Rect, Samples } from '../model/state';
import { createRowReader } from '../psd/readRows';
import { blendingOf, type TextWay } from './blending';
import { compositeRegion } from './compositeRegion';
import { blendsAsText } from './drawLayers';
import { createDrawing } from './drawing';
import type { StoredComposite } from './storedComposite';
import { whatCannotBeDrawn } from './whatCannotBeDrawn';

export interface TextInFile {
  /** The way that comes nearer to what the file shows. */
  readonly way: TextWay;
  readonly notes: readonly string[];
}

/**
 * How text is to be blended in a document, as the composite in its file shows it: in the gamma that is Photoshop's
 * default setting, or like everything else, as other programs and other settings have it.
 */
export function textInFile(stored: StoredComposite): TextInFile {
  const known = judged.get(stored.opened);
  if (known) return known;
  const judgment = judge(stored);
  judged.set(stored.opened, judgment);
  return judgment;
}

const judged = new WeakMap<DocumentState, TextInFile>();

/** How far both ways are from what is stored, in levels of 255 added up over the values in which they differ. */
interface Misses {
  gamma: number;
  plain: number;
  count: number;
}

/** Rounding, here and in the other program. */
const mostLevels = 2;

function judge(stored: StoredComposite): TextInFile {
  const { opened } = stored;
  const misses: Misses = { gamma: 0, plain: 0, count: 0 };
  for (const area of areasOf(opened)) compare(stored, area, misses);
  const way = misses.plain < misses.gamma ? 'plain' : 'gamma';
  const isMet = misses[way] <= mostLevels * misses.count;
  return { way, notes: isMet ? [] : ['Text may blend otherwise than drawn: the file has a way of its own for it.'] };
}

/** Where text stands and all can be drawn; of large ones the upper rows. */
function areasOf(state: DocumentState): readonly Rect[] {
  if (!blendingOf(state).text) return [];
  return allLayers(state)
    .filter(blendsAsText)
    .map(({ bounds }) => upperRows(intersectRects(bounds, canvasOf(state))))
    .filter((area) => !isEmptyRect(area) && whatCannotBeDrawn(state, area).length === 0);
}

const mostPixels = 1 << 18;

function upperRows(area: Rect): Rect {
  const rows = Math.max(1, Math.floor(mostPixels / Math.max(1, widthOf(area))));
  return { ...area, bottom: Math.min(area.bottom, area.top + rows) };
}

function compare({ opened, composite }: StoredComposite, area: Rect, misses: Misses): void {
  const rows = { ...canvasOf(opened), top: area.top, bottom: area.bottom };
  const shown = createRowReader().planes(composite, widthOf(rows), rows.top, rows.bottom);
  const drawn = (way: TextWay) => compositeRegion(opened, area, createDrawing(opened, way));
  const [gamma, plain] = [drawn('gamma'), drawn('plain')];
  shown.color.forEach((plane, c) => {
    comparePlane(regionOf(plane, rows, area, 0), colorOf(gamma, c), colorOf(plain, c), gamma.alpha, misses);
  });
}

function colorOf({ color }: Planes, channel: number): Samples {
  return color[channel] ?? new Uint8Array(0);
}

function comparePlane(
  shown: Samples,
  gamma: Samples,
  plain: Samples,
  alpha: Samples | undefined,
  misses: Misses,
): void {
  const full = fullScale(depthOf(shown));
  const level = 255 / full;
  for (let i = 0; i < shown.length; i++) {
    const isClear = alpha !== undefined && alpha[i] < full;
    if (isClear || gamma[i] === plain[i]) continue;
    misses.count++;
    misses.gamma += Math.abs(shown[i] - gamma[i]) * level;
    misses.plain += Math.abs(shown[i] - plain[i]) * level;
  }
}
