import { atOnce } from '../../../../src/base/pieces';
import { spanMembrane } from '../../../../src/engine/insert/membrane';

type Shape = (x: number, y: number) => boolean;

/** A hole in a sheet with wild values around it, of up to 190 levels. */
function sheet(width: number, height: number, isInside: Shape) {
  const inside = new Uint8Array(width * height);
  const value = new Float32Array(width * height * 3);
  for (let at = 0; at < inside.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    inside[at] = isInside(x, y) ? 1 : 0;
    if (inside[at] > 0) continue;
    for (let k = 0; k < 3; k++) {
      value[at * 3 + k] = 80 * Math.sin(x / (7 + k * 5)) + 60 * Math.cos(y / 9) + ((at * 7919 + k * 31) % 50);
    }
  }
  return { width, height, inside, value };
}

/** The exact solution, by very many sweeps of successive over-relaxation in double precision. */
function exact({ width, height, inside, value }: ReturnType<typeof sheet>): Float64Array {
  const solved = Float64Array.from(value);
  for (let sweep = 0; sweep < 1500; sweep++) {
    for (let at = 0; at < inside.length; at++) {
      if (inside[at] === 0) continue;
      const [x, y] = [at % width, Math.floor(at / width)];
      const beside = [
        ...(x > 0 ? [at - 1] : []),
        ...(x + 1 < width ? [at + 1] : []),
        ...(y > 0 ? [at - width] : []),
        ...(y + 1 < height ? [at + width] : []),
      ];
      for (let k = 0; k < 3; k++) {
        const mean = beside.reduce((sum, other) => sum + solved[other * 3 + k], 0) / beside.length;
        solved[at * 3 + k] += 1.9 * (mean - solved[at * 3 + k]);
      }
    }
  }
  return solved;
}

const disc: Shape = (x, y) => (x - 40) ** 2 + (y - 30) ** 2 < 25 ** 2;

describe('a membrane', () => {
  it.each<readonly [string, Shape]>([
    ['a disc', disc],
    ['a hole at the edge of the picture', (x, y) => x < 50 && y > 12],
    ['stripes and islands', (x, y) => (x + y) % 23 > 2 && x > 5],
    ['a wire', (x, y) => Math.abs(x - y) < 2],
  ])('is within one level of the exact solution over %s', (_, shape) => {
    const { width, height, inside, value } = sheet(80, 61, shape);
    const truth = exact({ width, height, inside, value });
    atOnce(spanMembrane(value, inside, width, height));
    expect(Math.max(...value.map((one, i) => Math.abs(one - truth[i])))).toBeLessThan(1);
  });

  it('spans a level rim level, and holds what is outside', () => {
    const { width, height, inside } = sheet(80, 61, disc);
    const value = new Float32Array(width * height * 3).fill(17);
    atOnce(spanMembrane(value, inside, width, height));
    expect(Math.max(...value.map((one) => Math.abs(one - 17)))).toBeLessThan(0.01);
  });

  it('does not depend on what stood inside', () => {
    const one = sheet(80, 61, disc);
    const other = one.value.map((value, i) => (one.inside[Math.floor(i / 3)] > 0 ? 1000 : value));
    atOnce(spanMembrane(one.value, one.inside, 80, 61));
    atOnce(spanMembrane(other, one.inside, 80, 61));
    expect(other).toEqual(one.value);
  });
});
