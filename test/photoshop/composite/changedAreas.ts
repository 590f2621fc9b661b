import { canvasOf, intersectRects, isEmptyRect, uniteRects } from '../model/rects';
import type { DocumentState, LayerState, Rect } from '../model/state';
import { extentOf } from './extent';
import { stacksOf, type Stack } from './stacks';

/**
 * Where the pictures of two states of a document can differ, as rectangles inside the canvas that do not overlap. What
 * both states share by identity is not looked at.
 */
export function changedAreas(before: DocumentState, after: DocumentState): readonly Rect[] {
  const canvas = canvasOf(after);
  return disjoint(compareLayers(before.layers, after.layers, canvas));
}

/** What is compared: a member of an ordered list, and how two versions of it differ. */
interface Member<T> {
  readonly idOf: (item: T) => number;
  readonly extentOf: (item: T) => Rect;
  readonly compare: (before: T, after: T) => readonly Rect[];
}

function compareLayers(before: readonly LayerState[], after: readonly LayerState[], canvas: Rect): readonly Rect[] {
  if (before === after) return [];
  return compareLists(stacksOf(before), stacksOf(after), {
    idOf: ({ base }) => base.id,
    extentOf: ({ base }) => extentOf(base, canvas),
    compare: (old, fresh) => compareStacks(old, fresh, canvas),
  });
}

function compareLists<T>(before: readonly T[], after: readonly T[], member: Member<T>): readonly Rect[] {
  const { idOf } = member;
  const newById = new Map(after.map((item) => [idOf(item), item]));
  const oldById = new Map(before.map((item) => [idOf(item), item]));
  const gone = before.filter((item) => !newById.has(idOf(item)));
  const added = after.filter((item) => !oldById.has(idOf(item)));
  const oldOrder = before.map(idOf).filter((id) => newById.has(id));
  const newOrder = after.map(idOf).filter((id) => oldById.has(id));
  const moved = movedIds(oldOrder, newOrder);
  const kept = newOrder.flatMap((id) => {
    const old = oldById.get(id);
    const fresh = newById.get(id);
    if (!old || !fresh) return [];
    return moved.has(id) ? [member.extentOf(old), member.extentOf(fresh)] : member.compare(old, fresh);
  });
  return [...gone.map(member.extentOf), ...added.map(member.extentOf), ...kept];
}

/** All between the common beginning and the common end of two orders. */
function movedIds(before: readonly number[], after: readonly number[]): ReadonlySet<number> {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = before.length;
  while (end > start && before[end - 1] === after[end - 1]) end--;
  return new Set(before.slice(start, end));
}

/** What is clipped shows only where its base does. */
function compareStacks(before: Stack, after: Stack, canvas: Rect): readonly Rect[] {
  const base = compareElements(before.base, after.base, canvas);
  const within = uniteRects(extentOf(before.base, canvas), extentOf(after.base, canvas));
  const clipped = compareLists(before.clipped, after.clipped, {
    idOf: ({ id }) => id,
    extentOf: (layer) => extentOf(layer, canvas),
    compare: (old, fresh) => compareElements(old, fresh, canvas),
  });
  return [...base, ...clipped.map((rect) => intersectRects(rect, within))];
}

function compareElements(before: LayerState, after: LayerState, canvas: Rect): readonly Rect[] {
  if (before === after || (!before.visible && !after.visible)) return [];
  const isSame = looks.every((key) => before[key] === after[key]) && sameArea(before, after);
  if (!isSame) return [extentOf(before, canvas), extentOf(after, canvas)];
  return compareLayers(before.children ?? [], after.children ?? [], canvas);
}

const looks: readonly (keyof LayerState)[] = [
  'kind',
  'visible',
  'opacity',
  'fillOpacity',
  'blendMode',
  'pixels',
  'mask',
  'hasVectorMask',
  'hasEffects',
  'isBackground',
];

function sameArea({ bounds: a }: LayerState, { bounds: b }: LayerState): boolean {
  return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}

function disjoint(rects: readonly Rect[]): readonly Rect[] {
  const separate: Rect[] = [];
  for (const rect of rects) {
    if (!isEmptyRect(rect)) addTo(separate, rect);
  }
  return separate;
}

/** Rectangles that meet become one around both, which may meet others. */
function addTo(separate: Rect[], rect: Rect): void {
  const met = separate.findIndex((other) => !isEmptyRect(intersectRects(other, rect)));
  if (met < 0) {
    separate.push(rect);
    return;
  }
  const [other] = separate.splice(met, 1);
  addTo(separate, other ? uniteRects(other, rect) : rect);
}
