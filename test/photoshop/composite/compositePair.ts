import { colorChannelsOf } from '../model/modes';
import { sizeOf } from '../model/rects';
import type { DocumentState, Planes, Rect } from '../model/state';
import { copyOf, createBuffer, type Buffer } from './buffer';
import { emptyPlanes, storeInto } from './compositeRegion';
import { drawStacks, lowestSeen } from './drawLayers';
import { beginBand, type Drawing } from './drawing';
import { stacksOf, type Stack } from './stacks';

export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** The pictures of two states of a document in a band, which share what lies at the bottom of both: that is drawn once. */
export function compositePair(states: Pair<DocumentState>, band: Rect, drawing: Drawing): Pair<Planes> {
  const size = sizeOf(band);
  const planes = { before: emptyPlanes(states.before, size), after: emptyPlanes(states.after, size) };
  const { before, after } = drawPair(states, band, drawing);
  storeInto(planes.before, before, 0);
  storeInto(planes.after, after, 0);
  return planes;
}

/** The same as working pictures, good until the next band. */
export function drawPair(states: Pair<DocumentState>, band: Rect, drawing: Drawing): Pair<Buffer> {
  beginBand(drawing);
  const stacks = { before: stacksOf(states.before.layers), after: stacksOf(states.after.layers) };
  const common = commonStart(stacks.before, stacks.after);
  const before = createBuffer(band, colorChannelsOf(states.after.mode), drawing.arena);
  const isSeen = (list: readonly Stack[]) => lowestSeen(list, band, drawing) < common;
  if (isSeen(stacks.before) || isSeen(stacks.after)) {
    drawStacks(before, stacks.after.slice(0, common), band, drawing);
  }
  const after = copyOf(before, drawing.arena);
  drawStacks(before, stacks.before.slice(common), band, drawing);
  drawStacks(after, stacks.after.slice(common), band, drawing);
  return { before, after };
}

function commonStart(a: readonly Stack[], b: readonly Stack[]): number {
  let count = 0;
  while (count < Math.min(a.length, b.length) && isSameStack(a[count], b[count])) count++;
  return count;
}

function isSameStack(a: Stack | undefined, b: Stack | undefined): boolean {
  if (!a || !b || a.base !== b.base || a.clipped.length !== b.clipped.length) return false;
  return a.clipped.every((layer, i) => layer === b.clipped[i]);
}
