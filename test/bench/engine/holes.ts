import { createRandom } from '../../../src/base/random';

/** Free strokes over about 5 % of a picture: 255 in the hole. */
export function strokes(width: number, height: number, seed: number): Uint8Array {
  const random = createRandom(seed);
  const between = (low: number, high: number) => low + (high - low) * random.share();
  const hole = new Uint8Array(width * height);
  const long = Math.max(width, height);
  let covered = 0;
  while (covered < 0.05 * hole.length) {
    let x = between(0.05, 0.95) * width;
    let y = between(0.05, 0.95) * height;
    let angle = between(0, 2 * Math.PI);
    const radius = between(0.006, 0.016) * long;
    const pieces = 4 + random.below(5);
    for (let piece = 0; piece < pieces && covered < 0.05 * hole.length; piece++) {
      angle += between(-0.9, 0.9);
      const length = between(0.02, 0.05) * long;
      const nextX = x + length * Math.cos(angle);
      const nextY = y + length * Math.sin(angle);
      covered += paintCapsule(hole, width, height, x, y, nextX, nextY, radius);
      x = nextX;
      y = nextY;
    }
  }
  return hole;
}

/** One star-shaped blob of 3 to 6 % of the area, wholly inside the picture. */
export function blob(width: number, height: number, seed: number): Uint8Array {
  const random = createRandom(seed);
  const between = (low: number, high: number) => low + (high - low) * random.share();
  const mean = Math.sqrt((between(0.03, 0.06) * width * height) / Math.PI);
  const waves = [2, 3, 4, 5].map((n) => ({
    n,
    height: between(-0.16, 0.16) / Math.sqrt(n - 1),
    phase: between(0, 2 * Math.PI),
  }));
  const margin = 1.45 * mean;
  const centerX = between(margin, width - margin);
  const centerY = between(margin, height - margin);
  const hole = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const angle = Math.atan2(y - centerY, x - centerX);
      const radius = waves.reduce((sum, wave) => sum + wave.height * Math.cos(wave.n * angle + wave.phase), 1);
      if (Math.hypot(x - centerX, y - centerY) < mean * radius) hole[y * width + x] = 255;
    }
  }
  return hole;
}

/** The right fifth of the picture, for it to be continued there. */
export function outpaint(width: number, height: number): Uint8Array {
  const hole = new Uint8Array(width * height);
  const left = Math.round(0.8 * width);
  for (let y = 0; y < height; y++) hole.fill(255, y * width + left, (y + 1) * width);
  return hole;
}

function paintCapsule(
  hole: Uint8Array,
  width: number,
  height: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  radius: number,
): number {
  const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  let painted = 0;
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - radius));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(y0, y1) + radius));
  for (let y = top; y <= bottom; y++) {
    for (let x = 0; x < width; x++) {
      const along = Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length));
      const away = Math.hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0));
      if (away > radius || hole[y * width + x] > 0) continue;
      hole[y * width + x] = 255;
      painted++;
    }
  }
  return painted;
}
