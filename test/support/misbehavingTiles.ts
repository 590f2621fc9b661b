import { createRandom } from '../../src/base/random';
import { type Raster, sRGB } from '../../src/image/raster';
import { heightOf, intersect, isEmpty, type Rect, type Size, widthOf } from '../../src/image/rect';

// taken once: a look-up of a global in an inner loop is slow where tests have a global object of their own
const { abs, cos, max, min, round, sin } = Math;

/** A scene of soft light and fine texture, the same every time. */
export function texturedScene({ width, height }: Size, channels: 1 | 3 = 3): Raster {
  const random = createRandom(5);
  const data = new Uint8Array(width * height * channels);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = 120 + 50 * sin(x / 90 + y / 140) + 30 * cos(y / 70 - x / 200);
      const texture = 6 * sin(x * 1.3 + 2 * sin(y / 3)) + 5 * (random.share() - 0.5);
      for (let channel = 0; channel < channels; channel++, at++) {
        data[at] = min(255, max(0, light * (1 - 0.15 * channel) + 10 * channel + texture));
      }
    }
  }
  return { width, height, channels, space: sRGB, data };
}

/** What a model does to the colors of a tile: by the value, the place (-1 to 1) and the channel. */
export type Tinting = (value: number, x: number, y: number, channel: number) => number;

/** A part of the scene, as a model that tints hands it back. */
export function tintedTile(scene: Raster, area: Rect, tinting: Tinting): Raster {
  const [width, height] = [widthOf(area), heightOf(area)];
  const data = new Uint8Array(width * height * scene.channels);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < scene.channels; channel++, at++) {
        const from = ((y + area.top) * scene.width + x + area.left) * scene.channels + channel;
        const value = tinting(scene.data[from] ?? 0, (2 * x) / width - 1, (2 * y) / height - 1, channel);
        data[at] = min(255, max(0, round(value)));
      }
    }
  }
  return { ...scene, width, height, data };
}

/**
 * How much harder the hardest line of pixels is, where tiles have something in common, than lines are elsewhere: means of
 * the steps along a line, over those of the untouched scene.
 */
export function hardestJoint(result: Raster, scene: Raster, tiles: readonly Rect[]): number {
  return max(...(['columns', 'rows'] as const).map((lines) => hardest(result, scene, tiles, lines)));
}

function hardest(result: Raster, scene: Raster, tiles: readonly Rect[], lines: 'columns' | 'rows'): number {
  const count = (lines === 'columns' ? scene.width : scene.height) - 1;
  const ratios = Array.from({ length: count }, (_, at) => stepAlong(result, lines, at) / stepAlong(scene, lines, at));
  const usual = [...ratios].sort((a, b) => a - b)[count >> 1] ?? 1;
  const common = ratios.filter((_, at) => isCommon(tiles, lines, at));
  return max(...common) / usual;
}

function isCommon(tiles: readonly Rect[], lines: 'columns' | 'rows', at: number): boolean {
  return tiles.some((a) =>
    tiles.some((b) => {
      const both = intersect(a, b);
      if (a === b || isEmpty(both)) return false;
      const [from, to] = lines === 'columns' ? [both.left, both.right] : [both.top, both.bottom];
      const isAlong = lines === 'columns' ? a.left !== b.left : a.top !== b.top;
      return isAlong && at >= from - 2 && at <= to;
    }),
  );
}

function stepAlong({ width, height, channels, data }: Raster, lines: 'columns' | 'rows', at: number): number {
  const length = lines === 'columns' ? height : width;
  const [across, along] = lines === 'columns' ? [channels, width * channels] : [width * channels, channels];
  let sum = 0;
  for (let i = 0; i < length; i++) {
    for (let channel = 0; channel < channels; channel++) {
      const from = at * across + i * along + channel;
      sum += abs((data[from + across] ?? 0) - (data[from] ?? 0));
    }
  }
  return sum / length;
}
