import type { Sliced } from '../../base/slices';
import type { Size } from '../rect';
import { type Agreement, agreementOf, distance, fitted } from './agree';
import { type Found, PatchFinder } from './findPatch';
import type { Mapping } from './mapping';
import { choosePatches } from './patches';
import { halved, type Plane, softened } from './plane';

/** The part of an answer that shows what was sent, in the answer's own pixels; may reach beyond it. */
export interface Alignment {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How an answer lies over what was sent. */
export type Registration =
  | {
      readonly kind: 'aligned';
      readonly alignment: Alignment;
      /** How far places of the picture had moved, at most, in pixels sent. */
      readonly moved: number;
      /** How far off the windows still are, the middle one, in pixels sent. */
      readonly error: number;
      /** The share of what can be recognized that is where it should be. */
      readonly confidence: number;
    }
  /** What should have stayed is not to be found again. */
  | { readonly kind: 'reframed'; readonly confidence: number }
  /** Too little is in the picture by which it could be laid in place. */
  | { readonly kind: 'featureless' };

/** Fewer windows than this cannot agree on anything. */
const fewest = 6;
/** Of the windows that can be recognized, so many must be where they should: an instruction may change half the picture. */
export const leastShare = 0.22;
/** A picture that moved by more of a side than this, or grew or shrank by more, is framed anew. */
const farthest = 0.07;
const mostZoom = 0.12;
/** Pixels: what moved less has not moved. */
const still = 0.12;
/** What moved less than this has not either, if its windows are about as near to where they were. */
const nearlyStill = 0.5;
const asNear = 1.15;

/**
 * Finds what was sent in the answer again, coarse to fine: windows with texture are looked up one by one, whatever most
 * of them agree on holds. Edits, tints, blur and noise only cost windows. `answer` lies on the grid of `sent` as it
 * should be; `kept` tells where nothing was to change (1), of the same size; absent: nobody knows.
 */
export function* registerAnswer(sent: Plane, answer: Plane, kept?: Uint8Array): Sliced<Registration> {
  const levels = yield* levelsOf(sent, answer, kept);
  let mapping = identity;
  let last: Stage | undefined;
  for (const [index, level] of levels.entries()) {
    if (index > 0) mapping = twice(mapping);
    const found = yield* findAll(level, mapping, index === 0 ? coarseRadius(level.sent) : fineRadius);
    const agreement =
      index === 0
        ? yield* agreementOf(found.found, tolerance, longerSide(level.sent))
        : fitted(mapping, found.found, tolerance);
    last = { patches: found.patches, agreement };
    if (last.patches < fewest) return { kind: 'featureless' };
    if (!last.agreement) return { kind: 'reframed', confidence: 0 };
    ({ mapping } = last.agreement);
  }
  const finest = levels.at(-1)?.sent;
  if (!last?.agreement || !finest) return { kind: 'featureless' };
  return judged(last.patches, last.agreement, finest, sent);
}

interface Level {
  readonly sent: Plane;
  readonly answer: Plane;
  readonly kept: Uint8Array | undefined;
}

/** The finest level is no larger than this on its longer side, the coarsest than that. */
const [finestSide, coarsestSide] = [1500, 140];

/** From coarse to fine. */
function* levelsOf(sent: Plane, answer: Plane, kept: Uint8Array | undefined): Sliced<readonly Level[]> {
  const levels: Level[] = [];
  let level: Level = { sent, answer, kept };
  for (;;) {
    const side = Math.max(level.sent.width, level.sent.height);
    if (side <= finestSide) {
      levels.unshift({ ...level, sent: yield* softened(level.sent), answer: yield* softened(level.answer) });
    }
    if (side <= coarsestSide) return levels;
    level = {
      sent: yield* halved(level.sent),
      answer: yield* halved(level.answer),
      kept: level.kept && (yield* halvedKept(level.kept, level.sent)),
    };
  }
}

/** Kept where everything is that went into the pixel. */
function* halvedKept(kept: Uint8Array, { width, height }: Size): Sliced<Uint8Array> {
  const [columns, rows] = [(width + 1) >> 1, (height + 1) >> 1];
  const half = new Uint8Array(columns * rows).fill(1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (kept[y * width + x] === 0) half[(y >> 1) * columns + (x >> 1)] = 0;
    if (y % 256 === 0) yield;
  }
  return half;
}

const identity: Mapping = { scaleX: 1, scaleY: 1, shiftX: 0, shiftY: 0 };

/** The same on the next finer level: pixels are counted by their middles. */
function twice({ scaleX, scaleY, shiftX, shiftY }: Mapping): Mapping {
  const shift = (scale: number, by: number) => 2 * (by + 0.5 - scale / 2) - 0.5 + scale / 2;
  return { scaleX, scaleY, shiftX: shift(scaleX, shiftX), shiftY: shift(scaleY, shiftY) };
}

/** As far as 5 % of shift and 10 % of zoom move a place. */
function coarseRadius({ width, height }: Size): number {
  return Math.ceil(Math.max(width, height) * 0.1) + 2;
}

const fineRadius = 3;

/** How many windows lie along the longer side. */
const cells = 15;
/** Pixels that a window may be off and still agree. */
const tolerance = 1;

interface Stage {
  readonly patches: number;
  readonly agreement: Agreement | undefined;
}

function* findAll(level: Level, mapping: Mapping, radius: number) {
  const patches = yield* choosePatches(level.sent, level.kept, cells);
  const finder = new PatchFinder(level.sent, level.answer, mapping, radius);
  const found: Found[] = [];
  for (const patch of patches) {
    const one = finder.find(patch);
    if (one) found.push(one);
    yield;
  }
  return { patches: patches.length, found };
}

function longerSide({ width, height }: Size): number {
  return Math.max(width, height);
}

function judged(patches: number, { mapping, followers }: Agreement, finest: Size, sent: Size): Registration {
  const factor = sent.width / finest.width;
  const alignment = alignmentOf(mapping, finest, sent);
  const confidence = isElsewhere(alignment, sent) ? 0 : followers.length / patches;
  if (followers.length < fewest || confidence < leastShare) return { kind: 'reframed', confidence };
  const moved = farthestMove(alignment, sent);
  const distances = followers.map((one) => distance(mapping, one)).sort((a, b) => a - b);
  const error = (distances[distances.length >> 1] ?? 0) * factor;
  if (moved < still || (moved < nearlyStill && isAsNear(followers, mapping)))
    return { kind: 'aligned', alignment: { left: 0, top: 0, ...sizeOnly(sent) }, moved: 0, error, confidence };
  return { kind: 'aligned', alignment, moved, error, confidence };
}

/** Whether windows lie about as near to where they were as to where the mapping has them. */
function isAsNear(followers: readonly Found[], mapping: Mapping): boolean {
  const off = (by: Mapping) => followers.reduce((sum, one) => sum + Math.min(tolerance, distance(by, one)), 0);
  return off(identity) <= asNear * off(mapping);
}

function sizeOnly({ width, height }: Size): Size {
  return { width, height };
}

/** On the grid of what was sent. */
function alignmentOf({ scaleX, scaleY, shiftX, shiftY }: Mapping, finest: Size, sent: Size): Alignment {
  // from the middles of pixels to their edges, then to full size
  const [factorX, factorY] = [sent.width / finest.width, sent.height / finest.height];
  return {
    left: (shiftX + 0.5 - scaleX / 2) * factorX,
    top: (shiftY + 0.5 - scaleY / 2) * factorY,
    width: scaleX * sent.width,
    height: scaleY * sent.height,
  };
}

/** How far the corner that moved most has moved. */
function farthestMove({ left, top, width, height }: Alignment, sent: Size): number {
  const across = Math.max(Math.abs(left), Math.abs(left + width - sent.width));
  const down = Math.max(Math.abs(top), Math.abs(top + height - sent.height));
  return Math.hypot(across, down);
}

function isElsewhere({ left, top, width, height }: Alignment, sent: Size): boolean {
  const across = Math.abs(left + width / 2 - sent.width / 2) / sent.width;
  const down = Math.abs(top + height / 2 - sent.height / 2) / sent.height;
  const zoom = Math.max(Math.abs(width / sent.width - 1), Math.abs(height / sent.height - 1));
  return Math.max(across, down) > farthest || zoom > mostZoom;
}
