import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { hardMask, layerMask } from '../../../src/image/layerMask';
import type { Mask } from '../../../src/image/mask';
import { type Raster, sRGB } from '../../../src/image/raster';
import { rectOf, type Size } from '../../../src/image/rect';
import { root } from '../../build/root';
import { runNow } from '../../support/runNow';

/** A photograph, what is selected of it, and what a model without fault would make of it. */
export interface Scene {
  readonly photo: string;
  readonly source: Raster;
  /** With the transition around what is selected. */
  readonly layerMask: Mask;
  readonly modelMask: Mask;
  /** New inside the selection; on its edge as before. */
  readonly inpainted: Raster;
  /** Something in `spot` is of another color and shape. */
  readonly instructed: Raster;
  readonly spot: Mask;
}

export function sceneOf(photo: string): Scene {
  const source = cropOf(photo);
  const spot = spotIn(source, 1);
  const onLayer = runNow(layerMask(spot, rectOf(source), rectOf(source), { grow: 0, feather: 6 }));
  return {
    photo,
    source,
    layerMask: onLayer,
    modelMask: runNow(hardMask(onLayer)),
    inpainted: inpainted(source),
    instructed: instructed(source, spot),
    spot,
  };
}

/** About a megapixel from the middle. */
function cropOf(photo: string): Raster {
  const { width, height, channels, data } = decode(
    readFileSync(join(root, 'test', 'fixtures', 'photos', `${photo}.png`)),
  );
  const [wide, high] = [Math.min(width, 1152), Math.min(height, 896)];
  const [left, top] = [(width - wide) >> 1, (height - high) >> 1];
  const crop = new Uint8Array(wide * high * 3);
  for (let y = 0, at = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      for (let k = 0; k < 3; k++, at++) crop[at] = data[((y + top) * width + x + left) * channels + k];
    }
  }
  return { width: wide, height: high, channels: 3, space: sRGB, data: crop };
}

/** 1 on the side of an ellipse in the middle, less inside: it is an eighth of the picture. */
function farOut({ width, height }: Size, pixel: number): number {
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  return Math.hypot((x - width / 2) / (width * 0.22), (y - height / 2) / (height * 0.19));
}

function spotIn(size: Size, out: number): Mask {
  const { width, height } = size;
  const data = Uint8Array.from({ length: width * height }, (_, i) => (farOut(size, i) < out ? 255 : 0));
  return { width, height, data };
}

/** Another part of the picture, upside down, that fades out toward the edge. */
function inpainted(source: Raster): Raster {
  const data = Uint8Array.from(source.data);
  const pixels = source.width * source.height;
  for (let i = 0; i < pixels; i++) {
    const share = Math.min(1, Math.max(0, (0.88 - farOut(source, i)) / 0.12));
    if (share > 0) mix(data, i, source, otherPlace(source, i), share, (value) => value);
  }
  return { ...source, data };
}

/** Another part of the picture, redder and darker, sharply cut. */
function instructed(source: Raster, spot: Mask): Raster {
  const data = Uint8Array.from(source.data);
  const tint = (value: number, channel: number) => value * 0.8 + [50, -6, -24][channel];
  for (let i = 0; i < spot.data.length; i++) {
    if (spot.data[i] > 0) mix(data, i, source, otherPlace(source, i), 1, tint);
  }
  return { ...source, data };
}

function otherPlace({ width, height }: Size, pixel: number): number {
  return (width * height - 1 - pixel + width * 40) % (width * height);
}

function mix(
  data: Uint8Array,
  to: number,
  { data: from }: Raster,
  other: number,
  share: number,
  color: (value: number, channel: number) => number,
): void {
  for (let k = 0; k < 3; k++) {
    const value = data[to * 3 + k] * (1 - share) + color(from[other * 3 + k], k) * share;
    data[to * 3 + k] = Math.min(255, Math.max(0, Math.round(value)));
  }
}
