import type { LabPlanes } from './lookColors';

/** Where light comes from: a unit vector, x to the right and y down, that points to it. */
export interface LightDirection {
  readonly x: number;
  readonly y: number;
}

/** The picture gets lighter by at least so much of L* from one end to the other. */
const leastSlope = 12;
/** And that much of how its parts differ is such an even slope. */
const leastShare = 0.3;
/** The slope of the whole and the shading of its details agree within about 50 degrees. */
const leastAgreement = 0.64;

/**
 * Two witnesses have to agree: the even slope of lightness over the whole picture, and the mean direction in which its
 * details get lighter, each counted alike however strong it is, which for shapes of all orientations is the light's
 * (after Lee and Rosenfeld 1985, "Improved methods of estimating shape from shading using the light source coordinate
 * system"). A backdrop that is lighter on one side has the first alone, a texture neither.
 */
export function lightOf(planes: LabPlanes): LightDirection | undefined {
  const slope = slopeOf(planes);
  const shading = shadingOf(planes);
  const length = Math.hypot(slope.x, slope.y);
  if (length < leastSlope || slope.share < leastShare) return undefined;
  const direction = { x: slope.x / length, y: slope.y / length };
  const agreement = direction.x * shading.x + direction.y * shading.y;
  return agreement < leastAgreement ? undefined : direction;
}

interface Slope {
  /** L* from one end of the longer side to the other. */
  readonly x: number;
  readonly y: number;
  /** Of the variance between the cells, 0 to 1. */
  readonly share: number;
}

const cellsAcross = 16;

/** The plane that fits the mean lightness of cells best, by least squares. */
function slopeOf({ width, height, lightness, seen }: LabPlanes): Slope {
  const side = Math.max(1, Math.max(width, height) / cellsAcross);
  const cells: [x: number, y: number, light: number][] = [];
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      let [sum, count] = [0, 0];
      for (let y = Math.floor(top); y < Math.min(height, top + side); y++) {
        for (let x = Math.floor(left); x < Math.min(width, left + side); x++) {
          const i = y * width + x;
          sum += lightness[i] * seen[i];
          count += seen[i];
        }
      }
      if (count > 0) cells.push([left / side / cellsAcross, top / side / cellsAcross, sum / count]);
    }
  }
  return planeThrough(cells);
}

function planeThrough(cells: readonly (readonly [x: number, y: number, light: number])[]): Slope {
  const mean = (at: 0 | 1 | 2) => cells.reduce((sum, cell) => sum + cell[at], 0) / Math.max(1, cells.length);
  const [mx, my, ml] = [mean(0), mean(1), mean(2)];
  let [xx, xy, yy, xl, yl, ll] = [0, 0, 0, 0, 0, 0];
  for (const [x, y, light] of cells) {
    xx += (x - mx) * (x - mx);
    xy += (x - mx) * (y - my);
    yy += (y - my) * (y - my);
    xl += (x - mx) * (light - ml);
    yl += (y - my) * (light - ml);
    ll += (light - ml) * (light - ml);
  }
  const determinant = xx * yy - xy * xy;
  if (determinant < 1e-9 || ll < 1e-9) return { x: 0, y: 0, share: 0 };
  const x = (xl * yy - yl * xy) / determinant;
  const y = (yl * xx - xl * xy) / determinant;
  return { x, y, share: (x * xl + y * yl) / ll };
}

/** Less than this is noise, in L* between neighbors but one. */
const leastStep = 1;

/** A unit vector, or none where nothing has a direction. */
function shadingOf({ width, height, lightness, seen }: LabPlanes): LightDirection {
  let [sumX, sumY] = [0, 0];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if ((seen[i - 1] & seen[i + 1] & seen[i - width] & seen[i + width]) === 0) continue;
      const across = lightness[i + 1] - lightness[i - 1];
      const down = lightness[i + width] - lightness[i - width];
      const step = Math.hypot(across, down);
      if (step < leastStep) continue;
      sumX += across / step;
      sumY += down / step;
    }
  }
  const length = Math.hypot(sumX, sumY);
  return length < 1e-9 ? { x: 0, y: 0 } : { x: sumX / length, y: sumY / length };
}
