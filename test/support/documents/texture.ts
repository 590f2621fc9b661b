import { heightOf, widthOf } from '../../photoshop/model/rects';
import { createSamples, fullScale } from '../../photoshop/model/samples';
import type { Depth, Planes, Rect, Samples } from '../../photoshop/model/state';

/** What a picture looks like: colors in 8-bit levels, whatever its depth. */
export interface Texture {
  readonly color: readonly [red: number, green: number, blue: number];
  /** How far a pixel may be from that color. */
  readonly grain: number;
  /** A disc of another color: what is to be removed. */
  readonly spot?: Spot;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: readonly [red: number, green: number, blue: number];
}

/** Planes that cover `bounds`, in document pixels: the same texture at the same place, however the bounds are cut. */
export function textured(bounds: Rect, depth: Depth, texture: Texture): Planes {
  const color = [0, 1, 2].map((channel) => plane(bounds, depth, (x, y) => valueAt(texture, channel, x, y)));
  return { color };
}

/** The same with an alpha channel; `coverage` answers 0 to 255 for a pixel of the document. */
export function texturedWithAlpha(
  bounds: Rect,
  depth: Depth,
  texture: Texture,
  coverage: (x: number, y: number) => number = () => 255,
): Planes {
  return { ...textured(bounds, depth, texture), alpha: plane(bounds, depth, coverage) };
}

/** A plane of 8-bit levels, counted as the depth does. */
export function plane(bounds: Rect, depth: Depth, levelAt: (x: number, y: number) => number): Samples {
  const width = widthOf(bounds);
  const samples = createSamples(depth, width * heightOf(bounds));
  const scale = fullScale(depth) / 255;
  for (let i = 0; i < samples.length; i++) {
    const level = levelAt(bounds.left + (i % width), bounds.top + Math.floor(i / width)) * scale;
    samples[i] = depth === 32 ? level : Math.round(level);
  }
  return samples;
}

function valueAt({ color, grain, spot }: Texture, channel: number, x: number, y: number): number {
  const isSpot = spot !== undefined && Math.hypot(x - spot.x, y - spot.y) < spot.radius;
  const noise = (shareOf(x, y, channel) - 0.5) * 2 * grain;
  return ((isSpot ? spot.color : color)[channel] ?? 0) + noise;
}

/** 0 to 1, another one for each place: an integer hash (Mueller's, on a mix of the coordinates). */
function shareOf(x: number, y: number, channel: number): number {
  let mixed = (Math.imul(x + 4096, 73856093) ^ Math.imul(y + 4096, 19349663) ^ Math.imul(channel + 1, 83492791)) >>> 0;
  mixed = Math.imul((mixed >>> 16) ^ mixed, 0x45d9f3b);
  mixed = Math.imul((mixed >>> 16) ^ mixed, 0x45d9f3b);
  return (((mixed >>> 16) ^ mixed) >>> 0) / 0x100000000;
}
