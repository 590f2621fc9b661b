import { changedAreas } from '../../../photoshop/composite/changedAreas';
import { canvasOf, intersectRects, isEmptyRect } from '../../../photoshop/model/rects';
import type { DocumentState, Rect } from '../../../photoshop/model/state';
import type { Core } from '../../../photoshop/modules/core';
import { reducePlanes, toPixels } from './reduce';

/**
 * The document's picture at the sizes at which it is looked at: a level is the whole document reduced by a power of two.
 * A change makes only the bands dirty that it touches, and `work` draws a little of what is dirty and in view.
 */
export class Levels {
  private readonly levels = new Map<number, Level>();
  private state: DocumentState | undefined;

  constructor(private readonly core: Core) {}

  show(state: DocumentState | undefined): void {
    const before = this.state;
    if (before === state) return;
    this.state = state;
    if (!state || !before || !isComparable(before, state)) {
      this.levels.clear();
      return;
    }
    const changes = changedAreas(before, state);
    for (const level of this.levels.values()) level.soil(changes);
  }

  /** The level that `factor` asks for and, until it is drawn, another one to stand in for it. */
  pictures(factor: number): readonly Level[] {
    const wanted = this.level(factor);
    if (!wanted) return [];
    const others = [...this.levels.values()].filter((level) => level !== wanted);
    return wanted.isWhole ? [wanted] : [...others.sort((a, b) => b.factor - a.factor), wanted];
  }

  /** Draws what is dirty in `area` until `until` (milliseconds, as `performance.now` counts). Answers whether all is. */
  work(factor: number, area: Rect, until: number): 'more' | 'done' {
    const { state } = this;
    const level = this.level(factor);
    if (!state || !level) return 'done';
    for (let band = level.nextDirty(area); band !== undefined; band = level.nextDirty(area)) {
      level.draw(band, (part) => this.pixels(state, part, factor));
      if (performance.now() >= until) return 'more';
    }
    this.forget(level);
    return 'done';
  }

  private level(factor: number): Level | undefined {
    if (!this.state) return undefined;
    const level = this.levels.get(factor) ?? new Level(factor, canvasOf(this.state));
    this.levels.set(factor, level);
    return level;
  }

  /** The largest levels are too large to be kept beside another one. */
  private forget(current: Level): void {
    for (const [factor, level] of this.levels) {
      if (level !== current && factor < current.factor) this.levels.delete(factor);
    }
  }

  private pixels(state: DocumentState, area: Rect, factor: number): ImageData {
    const reduced = reducePlanes(this.core.composite(state, area), area, factor);
    const { mode, profile } = state;
    const color = this.core.convert(reduced.color, profile ? { mode, profile } : { mode }, { mode: 'rgb' });
    const planes = reduced.alpha ? { color, alpha: reduced.alpha } : { color };
    const [width, height] = [area.right - area.left, area.bottom - area.top].map((side) => Math.ceil(side / factor));
    return toPixels(planes, width, height);
  }
}

/** Pixels of the document that are drawn in one go. */
const bandPixels = 1 << 17;

/** The whole document at one size, in bands. */
export class Level {
  readonly canvas: OffscreenCanvas;
  private readonly bandRows: number;
  private readonly dirty = new Set<number>();

  constructor(
    readonly factor: number,
    private readonly whole: Rect,
  ) {
    this.canvas = new OffscreenCanvas(Math.ceil(whole.right / factor), Math.ceil(whole.bottom / factor));
    this.bandRows = Math.max(1, Math.round(bandPixels / whole.right / factor)) * factor;
    for (let band = 0; band * this.bandRows < whole.bottom; band++) this.dirty.add(band);
  }

  get isWhole(): boolean {
    return this.dirty.size === 0;
  }

  soil(areas: readonly Rect[]): void {
    for (const { top, bottom } of areas) {
      for (let band = Math.floor(top / this.bandRows); band * this.bandRows < bottom; band++) this.dirty.add(band);
    }
  }

  /** The first dirty band that `area` meets. */
  nextDirty(area: Rect): number | undefined {
    const found = [...this.dirty].filter((band) => !isEmptyRect(intersectRects(this.partOf(band), area)));
    return found.length > 0 ? Math.min(...found) : undefined;
  }

  draw(band: number, pixelsOf: (part: Rect) => ImageData): void {
    this.dirty.delete(band);
    const part = this.partOf(band);
    this.canvas.getContext('2d')?.putImageData(pixelsOf(part), 0, part.top / this.factor);
  }

  private partOf(band: number): Rect {
    const top = band * this.bandRows;
    return { ...this.whole, top, bottom: Math.min(this.whole.bottom, top + this.bandRows) };
  }
}

function isComparable(a: DocumentState, b: DocumentState): boolean {
  return looks.every((key) => a[key] === b[key]);
}

const looks = ['width', 'height', 'mode', 'depth', 'profile', 'storedComposite', 'origin'] as const;
