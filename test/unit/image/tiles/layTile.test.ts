import type { Raster } from '../../../../src/image/raster';
import type { Rect } from '../../../../src/image/rect';
import { layTile } from '../../../../src/image/tiles/layTile';
import { hardestJoint, texturedScene, type Tinting, tintedTile } from '../../../support/misbehavingTiles';
import { runNow } from '../../../support/runNow';

const size = { width: 400, height: 300 };
const scene = texturedScene(size);
const grid: readonly Rect[] = [0, 1].flatMap((row) =>
  [0, 1].map((column) => ({
    left: column * 160,
    top: row * 118,
    right: column * 160 + 240,
    bottom: row * 118 + 182,
  })),
);

/** The tiles of a list, laid into the scene as though all of the grid had been planned. */
function joined(tiles: readonly Rect[], made: (tile: Rect) => Raster): Raster {
  const picture: Raster = { ...scene, data: scene.data.slice() };
  tiles.forEach((at, index) => {
    runNow(layTile(picture, made(at), { at, laid: tiles.slice(0, index), all: grid }));
  });
  return picture;
}

const gains = [1.06, 0.94, 1, 0.9];
const gammas = [0.93, 1.07, 1, 1.1];
const tintings: readonly (readonly [string, (tile: number) => Tinting])[] = [
  ['gain', (tile) => (value) => value * gains[tile]],
  ['an offset for each channel', (tile) => (value, _x, _y, channel) => value + [8, -9, 5, -4][(tile + channel) % 4]],
  ['gamma', (tile) => (value) => 255 * (value / 255) ** gammas[tile]],
  ['varying over the tile', (tile) => (value, x, y) => value + [6, -7, 5, -6][tile] * (tile % 2 === 0 ? x : y)],
  ['all at once', (tile) => (value, x) => 255 * (value / 255) ** gammas[tile] * gains[tile] + 5 * x],
];

describe('tiles that are laid side by side', () => {
  test('change no bit where nobody changed one', () => {
    const picture = joined(grid, (at) => tintedTile(scene, at, (value) => value));
    expect(differing(picture, scene)).toBe(0);
  });

  test.each(tintings)(
    'have no line 15 %% harder than others, though each has a tint of its own: %s',
    (_how, tinting) => {
      const picture = joined(grid, (at) => tintedTile(scene, at, tinting(grid.indexOf(at))));
      expect(hardestJoint(picture, scene, grid)).toBeLessThan(1.15);
    },
  );

  test('have none where some of them never came', () => {
    const three = [grid[0], grid[1], grid[2]];
    const picture = joined(three, (at) => tintedTile(scene, at, (value) => value * gains[grid.indexOf(at)]));
    const inside = (raster: Raster) => partOf(raster, { left: 0, top: 0, right: 400, bottom: 110 });
    expect(hardestJoint(inside(picture), inside(scene), [grid[0], grid[1]])).toBeLessThan(1.15);
  });

  test('take the color of the first, whatever else they show in a part of what they have in common', () => {
    const spot = { left: 180, top: 40, right: 220, bottom: 80 };
    const picture = joined([grid[0], grid[1]], (at) => {
      const tile = tintedTile(scene, at, (value) => value + (at === grid[1] ? 9 : 0));
      return at === grid[1] ? painted(tile, at, spot) : tile;
    });
    expect(meanStep(picture, { left: 290, top: 10, right: 390, bottom: 170 })).toBeCloseTo(0, 0);
  });
});

function differing(a: Raster, b: Raster): number {
  let count = 0;
  for (let i = 0; i < a.data.length; i++) if (a.data[i] !== b.data[i]) count++;
  return count;
}

function partOf(raster: Raster, area: Rect): Raster {
  return tintedTile(raster, area, (value) => value);
}

function painted(tile: Raster, at: Rect, spot: Rect): Raster {
  for (let y = spot.top; y < spot.bottom; y++) {
    for (let x = spot.left; x < spot.right; x++) {
      const to = ((y - at.top) * tile.width + x - at.left) * 3;
      tile.data.fill(250, to, to + 3);
    }
  }
  return tile;
}

/** By how much an area is brighter than the scene, in levels. */
function meanStep(picture: Raster, { left, top, right, bottom }: Rect): number {
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    for (let i = (y * size.width + left) * 3; i < (y * size.width + right) * 3; i++)
      sum += picture.data[i] - scene.data[i];
  }
  return sum / ((right - left) * (bottom - top) * 3);
}
