import { inPieces } from '../base/pieces';
import type { Sliced } from '../base/slices';
import { rowsPerPiece } from './pieces';
import { fullScaleOf, type Raster, samplesLike } from './raster';

const { max, min } = Math;

/** A picture, and the same as it came through where much of it got lost; both in one size, space and depth. */
export interface Trip {
  readonly source: Raster;
  readonly came: Raster;
}

/**
 * Gives `answer` what got lost on the way out, as far as it agrees with what was sent (`agreement`: 0 to 1 for each pixel):
 * there the change alone is carried over to the source, elsewhere the answer's own colors stand. Where the source is not
 * opaque it says nothing. Alpha is the answer's.
 */
export function* carryOver(answer: Raster, { source, came }: Trip, agreement: Float32Array): Sliced<Raster> {
  const { channels, data } = answer;
  const carried = samplesLike(data, data.length);
  const colors = channels - (1 - (channels % 2));
  const opaque = fullScaleOf(source.data);
  const isWhole = source.channels % 2 === 1;
  const isLight = data instanceof Float32Array;
  const rounding = isLight ? 0 : 0.5;
  const ceiling = isLight ? Infinity : opaque;
  const floor = isLight ? -Infinity : 0;
  const [step, stepCame] = [source.channels, came.channels];
  yield* inPieces(agreement.length, rowsPerPiece(channels, 5), (from, to) => {
    for (let i = from; i < to; i++) {
      const [at, out] = [i * step, i * channels];
      const share = isWhole || source.data[at + step - 1] === opaque ? agreement[i] : 0;
      for (let color = 0; color < colors; color++) {
        const lost = source.data[at + color] - came.data[i * stepCame + color];
        carried[out + color] = max(floor, min(ceiling, data[out + color] + share * lost + rounding));
      }
      if (colors < channels) carried[out + colors] = data[out + colors];
    }
  });
  return { ...answer, data: carried };
}
