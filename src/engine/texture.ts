import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import { type Level, rowsFor } from './level';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { abs, min } = Math;

/**
 * How much a level of texture counts beside a level of color, in thin holes (averaged over at most 4 pixels) and in deep
 * ones. Measured: with less, soft patches win in grass and bark; with more, deep holes lose their layout, and thin ones
 * the tone of what lies beside them.
 */
const textureGain = { thin: 6, deep: 18 };

/**
 * The level with two channels more: how strongly it varies across and down, averaged over a box of `radius` around
 * each pixel. Coarse scales lose texture; with these channels they still tell grass from water (Newson, Almansa,
 * Gousseau, Pérez: Non-Local Patch-Based Image Inpainting, IPOL 2017).
 */
export function* withTexture(level: Level, radius: number): Sliced<Level> {
  const { width, height, channels, hole } = level;
  const textured: Level = {
    width,
    height,
    channels: channels + 2,
    guide: new Uint8Array(width * height * (channels + 2)),
    hole,
  };
  const sums = { across: new Float64Array(width), down: new Float64Array(width), known: new Float64Array(width) };
  yield* inPieces(height, rowsFor(60_000, width), (from, to) => {
    for (let y = from; y < to; y++) {
      const entering = y === 0 ? 0 : y + radius;
      for (let row = entering; row <= min(y + radius, height - 1); row++) addRow(level, sums, row, 1);
      if (y - radius > 0) addRow(level, sums, y - radius - 1, -1);
      averageRow(level, textured, sums, y, radius);
    }
  });
  return textured;
}

interface ColumnSums {
  readonly across: Float64Array;
  readonly down: Float64Array;
  readonly known: Float64Array;
}

/** Adds a row's gradients to the column sums, or takes them off again (`sign` -1). Only known neighbors count. */
function addRow(level: Level, sums: ColumnSums, y: number, sign: number): void {
  const { width, height, channels, guide, hole } = level;
  const down = y + 1 < height ? width : 0;
  const colors = min(channels, 3);
  for (let x = 0; x + 1 < width; x++) {
    const at = y * width + x;
    if (hole[at] + hole[at + 1] + hole[at + down] > 0) continue;
    let across = 0;
    let along = 0;
    for (let c = 0; c < colors; c++) {
      const value = guide[at * channels + c];
      across += abs(guide[(at + 1) * channels + c] - value);
      along += abs(guide[(at + down) * channels + c] - value);
    }
    sums.across[x] += (sign * across) / colors;
    sums.down[x] += (sign * along) / colors;
    sums.known[x] += sign;
  }
}

function averageRow(level: Level, textured: Level, sums: ColumnSums, y: number, radius: number): void {
  const { width, channels, guide } = level;
  const texturePer = radius <= 4 ? textureGain.thin : textureGain.deep;
  let across = 0;
  let down = 0;
  let known = 0;
  for (let x = 0; x < min(radius, width); x++) {
    across += sums.across[x];
    down += sums.down[x];
    known += sums.known[x];
  }
  for (let x = 0; x < width; x++) {
    if (x + radius < width) {
      across += sums.across[x + radius];
      down += sums.down[x + radius];
      known += sums.known[x + radius];
    }
    if (x > radius) {
      across -= sums.across[x - radius - 1];
      down -= sums.down[x - radius - 1];
      known -= sums.known[x - radius - 1];
    }
    const at = y * width + x;
    const to = at * textured.channels;
    for (let c = 0; c < channels; c++) textured.guide[to + c] = guide[at * channels + c];
    const gain = known > 0.5 ? texturePer / known : 0;
    textured.guide[to + channels] = min(255, across * gain + 0.5);
    textured.guide[to + channels + 1] = min(255, down * gain + 0.5);
  }
}
