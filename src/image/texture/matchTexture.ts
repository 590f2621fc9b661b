import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import { rowsPerPiece } from '../pieces';
import { fullScaleOf, type Raster, samplesLike } from '../raster';
import { brightnessOf } from '../register/plane';
import { bandsOf } from './bands';
import { fitSharpness, type Gains } from './fitSharpness';
import { addGrain, type Grain, grainShare, missingGrain } from './grain';
import { floorOf } from './measureGrain';
import { sharpening } from './sharpen';

// taken once: a look-up of a global in an inner loop is slow where the plugin has a global object of its own
const { floor, max, min } = Math;

/** How much is done of what is found to be missing. */
export type GrainSetting = 'off' | 'subtle' | 'full';

/** Shares of what was sent, 1 is as much: detail as it came and as it is now, and the grain of what was made anew. */
export interface Texture {
  readonly sharpness: number;
  readonly detail: number;
  readonly grain: number;
}

/** A picture, and how its texture is; absent: too little to tell it by. */
export interface Textured {
  readonly image: Raster;
  readonly texture: Texture | undefined;
}

const shares = { off: 0, subtle: 0.75, full: 1 } as const;

/**
 * As sharp and as grainy as what was sent, by what was to stay: `kept` is 1 there. Both pictures in wire colors, RGB, of
 * one size, one laid over the other. A picture to which nothing is to be done is handed back itself.
 */
export function* matchTexture(
  sent: Raster,
  answer: Raster,
  kept: Uint8Array,
  setting: GrainSetting,
  seed: number,
): Sliced<Textured> {
  const wanted = yield* bandsOf(yield* brightnessOf(sent));
  const bright = yield* brightnessOf(answer);
  const came = yield* bandsOf(bright);
  const fitted = yield* fitSharpness(wanted, came, kept);
  const edited = kept.map((is) => 1 - is);
  const grain = yield* floorOf(wanted, kept);
  const share = shares[setting];
  const isSharp = !fitted || share === 0 || fitted.gains.every((gain) => gain === 0);
  const change = isSharp
    ? new Float32Array(bright.data.length)
    : yield* sharpening(bright, came, dosed(fitted.gains, share));
  const now = isSharp ? came : yield* bandsOf({ ...bright, data: yield* sumOf(bright.data, change) });
  const within = yield* floorOf(now, edited);
  const inside = share === 0 ? undefined : missingGrain(grain, within);
  const outside = share === 0 || isSharp ? undefined : missingGrain(grain, yield* floorOf(now, kept));
  const had = grainShare(grain, within);
  const texture = fitted && {
    sharpness: fitted.ratio,
    detail: isSharp ? fitted.ratio : fitted.ratio + (fitted.made - fitted.ratio) * share,
    grain: inside ? had + (1 - had) * share : had,
  };
  if (isSharp && !inside && !outside) return { image: answer, texture };
  if (inside || outside) {
    yield* addGrain(change, bright.data, bright, edited, weaker(inside, share), weaker(outside, share), seed);
  }
  return { image: yield* brightened(answer, change), texture };
}

function dosed([fine, coarse, wide]: Gains, share: number): Gains {
  return [fine * share, coarse * share, wide * share];
}

function weaker(grain: Grain | undefined, share: number): Grain | undefined {
  return grain && { fine: grain.fine.map((by) => by * share), coarse: grain.coarse.map((by) => by * share) };
}

function* sumOf(a: Float32Array, b: Float32Array): Sliced<Float32Array> {
  const sum = new Float32Array(a.length);
  yield* inPieces(a.length, 500_000, (from, to) => {
    for (let i = from; i < to; i++) sum[i] = a[i] + b[i];
  });
  return sum;
}

/** All colors of a pixel lighter by as much; alpha stays. */
export function* brightened(raster: Raster, change: Float32Array): Sliced<Raster> {
  const { width, height, channels, data } = raster;
  const out = samplesLike(data, data.length);
  const full = fullScaleOf(data);
  const colors = channels - 1 + (channels % 2);
  yield* inPieces(height, rowsPerPiece(width * channels, 4), (from, to) => {
    for (let pixel = from * width, at = pixel * channels; pixel < to * width; pixel++, at += channels) {
      const by = change[pixel] * full + 0.5;
      for (let k = 0; k < colors; k++) out[at + k] = min(full, max(0, floor(data[at + k] + by)));
      if (colors < channels) out[at + colors] = data[at + colors];
    }
  });
  return { ...raster, data: out };
}
