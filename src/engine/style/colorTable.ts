import { inPieces } from '../../base/pieces';
import type { Sliced } from '../../base/slices';
import type { ColorSpace } from '../../image/raster';
import { moveColor, type Moves } from './moves';
import { opponentOf } from './opponent';

/** Grid points along each axis of the color cube; gray has an axis alone. */
export const cubeSide = 33;
export const curveSide = 257;

/** What each color of a space becomes, in shares of full scale: the first sample runs fastest. */
export function* tabulate(moves: Moves, space: ColorSpace, strength: number): Sliced<Float32Array> {
  const isGray = space.model === 'gray';
  const side = isGray ? curveSide : cubeSide;
  const samples = isGray ? 1 : 3;
  const count = isGray ? side : side ** 3;
  const table = new Float32Array(count * samples);
  const opponent = opponentOf(space);
  const color = new Float32Array(3);
  const given = new Float32Array(3);
  yield* inPieces(count, pointsPerPiece, (from, to) => {
    for (let point = from; point < to; point++) {
      for (let axis = 0; axis < samples; axis++) given[axis] = (Math.floor(point / side ** axis) % side) / (side - 1);
      opponent.see(color, 0, given, 0);
      moveColor(color, moves, strength);
      opponent.paint(table, point * samples, color, 0);
    }
  });
  return table;
}

/** About 3 ms. */
const pointsPerPiece = 2500;
