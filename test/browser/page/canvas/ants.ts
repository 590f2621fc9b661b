import { fullScale } from '../../../photoshop/model/samples';
import type { Coverage, Depth, DocumentState } from '../../../photoshop/model/state';
import type { Size, View } from './view';

const stepMs = 120;
const stripe = 4;

/** The outline of the selection where it is half selected, as stripes that march. */
export class Ants {
  private readonly context: CanvasRenderingContext2D | null;
  private readonly stripes: CanvasPattern | null;
  private edges: Edges | undefined;
  private phase = 0;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.context = canvas.getContext('2d');
    this.stripes = this.context?.createPattern(stripes(), 'repeat') ?? null;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!isCalm) setInterval(() => this.march(), stepMs);
  }

  show(state: DocumentState | undefined, view: View, { width, height }: Size): void {
    const ratio = devicePixelRatio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.edges = state?.selection && edgesOf(state.selection, state.depth, view, this.canvas);
    this.paint();
  }

  private march(): void {
    if (!this.edges || document.hidden) return;
    this.phase = (this.phase + 1) % (2 * stripe);
    this.paint();
  }

  private paint(): void {
    const { context, edges, stripes: pattern } = this;
    if (!context) return;
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (!edges || !pattern) return;
    pattern.setTransform(new DOMMatrix().translate(this.phase * devicePixelRatio, 0));
    context.globalCompositeOperation = 'source-over';
    context.fillStyle = pattern;
    context.fillRect(edges.left, edges.top, edges.picture.width, edges.picture.height);
    context.globalCompositeOperation = 'destination-in';
    context.drawImage(edges.picture, edges.left, edges.top);
    context.globalCompositeOperation = 'source-over';
  }
}

/** The pixels of the screen that lie on the outline. */
interface Edges {
  readonly left: number;
  readonly top: number;
  readonly picture: OffscreenCanvas;
}

function edgesOf({ bounds, samples }: Coverage, depth: Depth, view: View, screen: Size): Edges | undefined {
  const ratio = devicePixelRatio;
  const scale = view.zoom * ratio;
  const place = (x: number, y: number) => ({ x: view.x * ratio + x * scale, y: view.y * ratio + y * scale });
  const start = place(bounds.left, bounds.top);
  const end = place(bounds.right, bounds.bottom);
  const left = Math.max(0, Math.floor(start.x) - 1);
  const top = Math.max(0, Math.floor(start.y) - 1);
  const width = Math.min(screen.width, Math.ceil(end.x) + 1) - left;
  const height = Math.min(screen.height, Math.ceil(end.y) + 1) - top;
  if (width < 1 || height < 1) return undefined;
  const across = bounds.right - bounds.left;
  const columns = Int32Array.from({ length: width }, (_, i) => Math.floor((left + i + 0.5 - start.x) / scale));
  const half = fullScale(depth) / 2;
  const isSelected = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const y = Math.floor((top + row + 0.5 - start.y) / scale);
    if (y < 0 || y >= bounds.bottom - bounds.top) continue;
    for (let i = 0; i < width; i++) {
      const x = columns[i];
      if (x >= 0 && x < across && samples[y * across + x] >= half) isSelected[row * width + i] = 1;
    }
  }
  return { left, top, picture: outline(isSelected, width, height) };
}

/** What is selected and has a neighbor that is not; the rim of the screen is no edge. */
function outline(isSelected: Uint8Array, width: number, height: number): OffscreenCanvas {
  const image = new ImageData(width, height);
  const { data } = image;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (isSelected[at] === 0) continue;
      const isInside =
        (x === 0 || isSelected[at - 1] === 1) &&
        (x === width - 1 || isSelected[at + 1] === 1) &&
        (y === 0 || isSelected[at - width] === 1) &&
        (y === height - 1 || isSelected[at + width] === 1);
      if (!isInside) data[at * 4 + 3] = 255;
    }
  }
  const picture = new OffscreenCanvas(width, height);
  picture.getContext('2d')?.putImageData(image, 0, 0);
  return picture;
}

function stripes(): OffscreenCanvas {
  const side = stripe * 2;
  const ratio = Math.max(1, Math.round(devicePixelRatio));
  const tile = new OffscreenCanvas(side * ratio, side * ratio);
  const context = tile.getContext('2d');
  if (!context) return tile;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      context.fillStyle = (x + y) % side < stripe ? '#000000' : '#ffffff';
      context.fillRect(x * ratio, y * ratio, ratio, ratio);
    }
  }
  return tile;
}
