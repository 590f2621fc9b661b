import { heightOf, widthOf } from '../../../photoshop/model/rects';
import { createSamples, depthOf, fullScale } from '../../../photoshop/model/samples';
import type { Planes, Rect, Samples } from '../../../photoshop/model/state';

/** The mean of every square of `factor` pixels; squares at the right and bottom edge may be smaller. */
export function reducePlanes({ color, alpha }: Planes, area: Rect, factor: number): Planes {
  if (factor === 1) return alpha ? { color, alpha } : { color };
  const reduce = (plane: Samples) => reducePlane(plane, widthOf(area), heightOf(area), factor);
  return alpha ? { color: color.map(reduce), alpha: reduce(alpha) } : { color: color.map(reduce) };
}

function reducePlane(plane: Samples, width: number, height: number, factor: number): Samples {
  const columns = Math.ceil(width / factor);
  const rows = Math.ceil(height / factor);
  const reduced = createSamples(depthOf(plane), columns * rows);
  const sums = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    const bottom = Math.min(height, (row + 1) * factor);
    for (let y = row * factor; y < bottom; y++) addRow(sums, plane, y * width, width, factor);
    const counted = bottom - row * factor;
    for (let column = 0; column < columns; column++) {
      const count = counted * Math.min(factor, width - column * factor);
      reduced[row * columns + column] = sums[column] / count;
    }
  }
  return reduced;
}

function addRow(sums: Float64Array, plane: Samples, start: number, width: number, factor: number): void {
  for (let column = 0, x = 0; x < width; column++) {
    const end = Math.min(width, x + factor);
    let sum = 0;
    for (; x < end; x++) sum += plane[start + x];
    sums[column] += sum;
  }
}

/** RGB planes as pixels of a canvas; without alpha they are opaque. */
export function toPixels({ color, alpha }: Planes, width: number, height: number): ImageData {
  const image = new ImageData(width, height);
  const { data } = image;
  const [red, green = red, blue = red] = color;
  const scale = 255 / fullScale(depthOf(red));
  for (let i = 0, to = 0; i < red.length; i++, to += 4) {
    data[to] = red[i] * scale + 0.5;
    data[to + 1] = green[i] * scale + 0.5;
    data[to + 2] = blue[i] * scale + 0.5;
    data[to + 3] = alpha ? alpha[i] * scale + 0.5 : 255;
  }
  return image;
}
