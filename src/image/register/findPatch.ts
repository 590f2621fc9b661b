import type { Mapping } from './mapping';
import { type Patch, reach } from './patches';
import type { Plane } from './plane';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, max, min, sqrt } = Math;

/** Where a window was found, and how much it is like it: 1 is the same up to brightness and contrast, 0 nothing. */
export interface Found {
  readonly patch: Patch;
  readonly x: number;
  readonly y: number;
  readonly likeness: number;
}

const side = 2 * reach + 1;
const area = side * side;
/** Below this a window is none. */
const leastLikeness = 0.5;

/** Looks for windows of one plane in another; brightness and contrast may differ. The buffers are used again and again. */
export class PatchFinder {
  private readonly wanted = new Float32Array(area);
  private readonly seen = new Float32Array(area);
  private readonly across = new Float32Array(area);
  private readonly down = new Float32Array(area);
  private readonly around: Float32Array;

  /** `radius`: how many pixels around the expected place are searched. */
  constructor(
    private readonly sent: Plane,
    private readonly answer: Plane,
    private readonly expected: Mapping,
    private readonly radius: number,
  ) {
    this.around = new Float32Array((side + 2 * radius) ** 2);
  }

  /** First to whole pixels, then between them; nothing where the window is not there. */
  find(patch: Patch): Found | undefined {
    const { scaleX, scaleY, shiftX, shiftY } = this.expected;
    this.take(patch);
    const whole = this.search(scaleX * patch.x + shiftX, scaleY * patch.y + shiftY);
    return whole && this.refine(patch, whole.x, whole.y);
  }

  /** The window that is wanted, and its slopes: both without mean, in units of its contrast. */
  private take({ x, y }: Patch): void {
    const { width, data } = this.sent;
    for (let j = -reach, i = 0; j <= reach; j++) {
      for (let at = (y + j) * width + x - reach, end = at + side; at < end; at++, i++) {
        this.wanted[i] = data[at];
        this.across[i] = (data[at + 1] - data[at - 1]) / 2;
        this.down[i] = (data[at + width] - data[at - width]) / 2;
      }
    }
    const contrast = normalize(this.wanted);
    withoutPart(this.across, this.wanted, contrast);
    withoutPart(this.down, this.wanted, contrast);
  }

  /** The most alike of the places around, in steps of a pixel sent. */
  private search(x: number, y: number): { readonly x: number; readonly y: number } | undefined {
    const { around, wanted, answer, expected, radius } = this;
    const wide = side + 2 * radius;
    if (!sample(around, answer, x, y, wide, expected)) return undefined;
    let best: { x: number; y: number } | undefined;
    let most = leastLikeness * 0.8;
    for (let j = 0; j <= 2 * radius; j++) {
      for (let i = 0; i <= 2 * radius; i++) {
        const likeness = likenessAt(wanted, around, wide, j * wide + i);
        if (likeness <= most) continue;
        most = likeness;
        best = { x: x + (i - radius) * expected.scaleX, y: y + (j - radius) * expected.scaleY };
      }
    }
    return best;
  }

  /** Gauss and Newton's steps (Baker and Matthews, Lucas-Kanade 20 years on, 2004: inverse compositional). */
  private refine(patch: Patch, startX: number, startY: number): Found | undefined {
    const { across, down, wanted, seen } = this;
    const [xx, xy, yy] = [dot(across, across), dot(across, down), dot(down, down)];
    const determinant = xx * yy - xy * xy;
    if (!(determinant > 0)) return undefined;
    let [x, y] = [startX, startY];
    for (let round = 0; round < 6; round++) {
      if (!sample(seen, this.answer, x, y, side, this.expected)) return undefined;
      normalize(seen);
      const u = dot(across, seen) - dot(across, wanted);
      const v = dot(down, seen) - dot(down, wanted);
      const [dx, dy] = [(yy * u - xy * v) / determinant, (xx * v - xy * u) / determinant];
      x -= dx * this.expected.scaleX;
      y -= dy * this.expected.scaleY;
      if (abs(x - startX) > 1.5 || abs(y - startY) > 1.5) return undefined;
      if (abs(dx) + abs(dy) < 0.003) break;
    }
    if (!sample(seen, this.answer, x, y, side, this.expected)) return undefined;
    normalize(seen);
    const likeness = dot(seen, wanted);
    return likeness < leastLikeness ? undefined : { patch, x, y, likeness };
  }
}

/** Without mean and of length 1; what it was divided by. */
function normalize(window: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < area; i++) sum += window[i];
  const mean = sum / area;
  let squares = 0;
  for (let i = 0; i < area; i++) {
    window[i] -= mean;
    squares += window[i] * window[i];
  }
  const length = sqrt(squares) || 1;
  for (let i = 0; i < area; i++) window[i] /= length;
  return length;
}

/** Slopes count only as far as they are not more brightness or contrast. */
function withoutPart(slopes: Float32Array, window: Float32Array, contrast: number): void {
  let sum = 0;
  for (let i = 0; i < area; i++) sum += slopes[i];
  const mean = sum / area;
  for (let i = 0; i < area; i++) slopes[i] = (slopes[i] - mean) / contrast;
  const part = dot(slopes, window);
  for (let i = 0; i < area; i++) slopes[i] -= part * window[i];
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < area; i++) sum += a[i] * b[i];
  return sum;
}

function likenessAt(wanted: Float32Array, data: Float32Array, width: number, start: number): number {
  let sum = 0;
  let squares = 0;
  let product = 0;
  for (let j = 0, i = 0; j < side; j++) {
    for (let at = start + j * width, end = at + side; at < end; at++, i++) {
      const value = data[at];
      sum += value;
      squares += value * value;
      product += value * wanted[i];
    }
  }
  const spread = squares - (sum * sum) / area;
  return spread > 1e-6 ? product / sqrt(spread) : 0;
}

/** A square of places around one, as far apart as the scale has them; beyond the picture it goes on as it ended. */
function sample(
  to: Float32Array,
  { width, height, data }: Plane,
  x: number,
  y: number,
  wide: number,
  { scaleX, scaleY }: Mapping,
): boolean {
  if (x < 0 || y < 0 || x > width - 1 || y > height - 1) return false;
  const half = (wide - 1) / 2;
  for (let j = 0, i = 0; j < wide; j++) {
    const row = min(height - 1.001, max(0, y + (j - half) * scaleY));
    const top = row | 0;
    const fy = row - top;
    for (let k = 0; k < wide; k++, i++) {
      const column = min(width - 1.001, max(0, x + (k - half) * scaleX));
      const left = column | 0;
      const at = top * width + left;
      const fx = column - left;
      const above = data[at] + (data[at + 1] - data[at]) * fx;
      const below = data[at + width] + (data[at + width + 1] - data[at + width]) * fx;
      to[i] = above + (below - above) * fy;
    }
  }
  return true;
}
