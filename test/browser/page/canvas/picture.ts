import type { DocumentState } from '../../../photoshop/model/state';
import type { Core } from '../../../photoshop/modules/core';
import { Levels } from './levels';
import { reductionFor, type Size, type View, visibleArea } from './view';

/** How long a frame may be at work on the picture, in milliseconds. */
const budgetMs = 10;

/** Draws the document into a canvas: what is there at once, the rest a little in every frame. */
export class Picture {
  private readonly levels: Levels;
  private readonly context: CanvasRenderingContext2D;
  private readonly checks: CanvasPattern | null;
  private state: DocumentState | undefined;
  private view: View = { x: 0, y: 0, zoom: 1 };
  private isWaiting = false;
  /** The picture could not be drawn, and why. */
  failure: string | undefined;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    core: Core,
    private readonly failed: (reason: string) => void,
  ) {
    this.levels = new Levels(core);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser draws no canvas.');
    this.context = context;
    this.checks = context.createPattern(checkerboard(), 'repeat');
  }

  show(state: DocumentState | undefined, view: View): void {
    if (state !== this.state) this.failure = undefined;
    this.state = state;
    this.view = view;
    this.levels.show(state);
    this.wake();
  }

  resize({ width, height }: Size): void {
    const ratio = devicePixelRatio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.paint();
    this.wake();
  }

  private wake(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => {
      this.isWaiting = false;
      const isDone = this.work();
      this.paint();
      if (!isDone) this.wake();
    });
  }

  private work(): boolean {
    if (!this.state || this.failure !== undefined) return true;
    const area = visibleArea(this.view, this.state, this.screen);
    try {
      return this.levels.work(this.factor, area, performance.now() + budgetMs) === 'done';
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.failed(this.failure);
      return true;
    }
  }

  private paint(): void {
    const { context, canvas, state } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (!state) return;
    const ratio = devicePixelRatio;
    const { x, y, zoom } = this.view;
    const [left, top, width, height] = [x, y, state.width * zoom, state.height * zoom].map((value) =>
      Math.round(value * ratio),
    );
    this.paintGround(left, top, width, height);
    context.imageSmoothingEnabled = zoom * ratio < 2;
    context.imageSmoothingQuality = 'high';
    for (const level of this.levels.pictures(this.factor)) {
      const scale = zoom * ratio * level.factor;
      context.drawImage(level.canvas, left, top, level.canvas.width * scale, level.canvas.height * scale);
    }
  }

  private paintGround(left: number, top: number, width: number, height: number): void {
    const { context } = this;
    context.save();
    context.shadowColor = 'rgba(0, 0, 0, 0.35)';
    context.shadowBlur = 12 * devicePixelRatio;
    context.fillStyle = '#808080';
    context.fillRect(left, top, width, height);
    context.restore();
    context.fillStyle = this.checks ?? '#808080';
    context.fillRect(left, top, width, height);
  }

  private get factor(): number {
    return reductionFor(this.view.zoom * devicePixelRatio);
  }

  private get screen(): Size {
    return { width: this.canvas.width / devicePixelRatio, height: this.canvas.height / devicePixelRatio };
  }
}

/** What shows through where a document is transparent. */
function checkerboard(): OffscreenCanvas {
  const side = 8 * devicePixelRatio;
  const tile = new OffscreenCanvas(side * 2, side * 2);
  const context = tile.getContext('2d');
  if (!context) return tile;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, side * 2, side * 2);
  context.fillStyle = '#cccccc';
  context.fillRect(side, 0, side, side);
  context.fillRect(0, side, side, side);
  return tile;
}
