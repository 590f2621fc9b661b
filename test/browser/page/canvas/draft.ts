import type { Area } from '../select/area';
import type { Point, Size, View } from './view';

/** What is being drawn and is no selection yet, and the brush under the pointer. */
export class Draft {
  private readonly context: CanvasRenderingContext2D | null;
  private view: View = { x: 0, y: 0, zoom: 1 };
  private size: Size = { width: 0, height: 0 };
  private corners: readonly Point[] = [];
  private painted: OffscreenCanvas | undefined;
  private brush: { readonly at: Point; readonly diameter: number } | undefined;
  private isWaiting = false;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.context = canvas.getContext('2d');
  }

  look(view: View, size: Size): void {
    this.view = view;
    this.size = size;
    this.canvas.width = Math.round(size.width * devicePixelRatio);
    this.canvas.height = Math.round(size.height * devicePixelRatio);
    this.paint();
  }

  /** A line through these points of the document, closed. */
  outline(corners: readonly Point[]): void {
    this.corners = corners;
    this.wake();
  }

  /** Adds a piece of a stroke, as a red veil. */
  veil({ bounds, values }: Area, document: Size): void {
    this.painted ??= new OffscreenCanvas(document.width, document.height);
    const image = new ImageData(bounds.right - bounds.left, bounds.bottom - bounds.top);
    for (let i = 0; i < values.length; i++) {
      image.data[i * 4] = 255;
      image.data[i * 4 + 1] = 48;
      image.data[i * 4 + 2] = 48;
      image.data[i * 4 + 3] = values[i] / 2;
    }
    this.painted.getContext('2d')?.putImageData(image, bounds.left, bounds.top);
    this.wake();
  }

  hover(brush: { readonly at: Point; readonly diameter: number } | undefined): void {
    if (!brush && !this.brush) return;
    this.brush = brush;
    this.wake();
  }

  clear(): void {
    this.corners = [];
    this.painted = undefined;
    this.wake();
  }

  private wake(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => {
      this.isWaiting = false;
      this.paint();
    });
  }

  private paint(): void {
    const { context, view } = this;
    if (!context) return;
    const ratio = devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.size.width, this.size.height);
    if (this.painted) {
      const { width, height } = this.painted;
      context.drawImage(this.painted, view.x, view.y, width * view.zoom, height * view.zoom);
    }
    if (this.corners.length > 1) {
      context.beginPath();
      for (const { x, y } of this.corners) context.lineTo(view.x + x * view.zoom, view.y + y * view.zoom);
      context.closePath();
      this.stroke(context);
    }
    if (this.brush) {
      context.beginPath();
      context.arc(this.brush.at.x, this.brush.at.y, Math.max(1, this.brush.diameter / 2), 0, 2 * Math.PI);
      this.stroke(context);
    }
  }

  /** Dark under light, so that it is seen on every picture. */
  private stroke(context: CanvasRenderingContext2D): void {
    context.lineWidth = 2;
    context.strokeStyle = 'rgba(0, 0, 0, 0.5)';
    context.stroke();
    context.lineWidth = 1;
    context.strokeStyle = '#ffffff';
    context.stroke();
  }
}
