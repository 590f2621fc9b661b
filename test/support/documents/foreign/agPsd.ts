import { initializeCanvas, type Layer, type PixelData, type Psd, writePsdUint8Array } from 'ag-psd';
import { interleave } from '../../../photoshop/model/samples';
import type { Planes } from '../../../photoshop/model/state';
import { canvas, ground, size } from '../layers';
import { textured } from '../texture';

/**
 * A file as another program writes it: the picture as the lowest layer, `above` over it, bottom to top. ag-psd composes
 * nothing: what is seen is given, or the pixels of all layers laid on one another.
 */
export function byAgPsd(above: readonly Layer[], more: Partial<Psd> = {}, seen = laidOnPicture(above)): Uint8Array {
  initializeCanvas(
    noCanvas,
    // only these members are used, as the documentation says
    (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }) as ImageData,
  );
  const lowest: Layer = { name: 'Photo', imageData: pixelData(picture()), left: 0, top: 0 };
  return writePsdUint8Array({ ...size, imageData: pixelData(seen), children: [lowest, ...above], ...more });
}

/** The ground with its disc. */
export function picture(): Planes {
  return textured(canvas, 8, ground);
}

/** The picture, multiplied: what an adjustment may show of it. */
export function darker(share: number): Planes {
  return { color: picture().color.map((plane) => plane.map((level) => Math.round(level * share))) };
}

export function pixelData({ color }: Planes): PixelData {
  const opaque = new Uint8Array(size.width * size.height).fill(255);
  return { ...size, data: Uint8ClampedArray.from(interleave({ color, alpha: opaque })) };
}

/** A small opaque square of one gray, in the upper left corner: away from what is edited. */
export function cornerSquare(level: number): Pick<Layer, 'imageData' | 'left' | 'top'> {
  const side = 12;
  const data = new Uint8ClampedArray(side * side * 4).map((_, i) => (i % 4 === 3 ? 255 : level));
  return { imageData: { width: side, height: side, data }, left: 4, top: 4 };
}

function laidOnPicture(layers: readonly Layer[]): Planes {
  const seen = picture();
  lay(layers, seen);
  return seen;
}

/** Opaque pixels cover what is beneath; the others show it. */
function lay(layers: readonly Layer[], { color }: Planes): void {
  for (const { imageData, left = 0, top = 0, children = [] } of layers) {
    lay(children, { color });
    if (!imageData) continue;
    const { width, data } = imageData;
    for (let i = 0; i < data.length / 4; i++) {
      const [x, y] = [left + (i % width), top + Math.floor(i / width)];
      if (x >= size.width || y >= size.height || data[i * 4 + 3] === 0) continue;
      color.forEach((plane, channel) => (plane[y * size.width + x] = data[i * 4 + channel] ?? 0));
    }
  }
}

function noCanvas(): never {
  throw new Error('There is no canvas here');
}
