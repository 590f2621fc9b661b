import { Stroke } from './stroke';

const canvas = { left: 0, top: 0, right: 40, bottom: 20 };

/** One row of what a stroke has drawn. */
function rowAt(stroke: Stroke, y: number): number[] {
  const area = stroke.area(canvas);
  return [...(area?.values.subarray(y * 40, y * 40 + 40) ?? [])];
}

it('is full within its hard core and fades to its edge, the same to both sides', () => {
  const stroke = new Stroke(canvas, { diameter: 12, hardness: 0.5 });
  stroke.to({ x: 20, y: 10 });
  const row = rowAt(stroke, 10);
  expect(row.slice(18, 22)).toEqual([255, 255, 255, 255]);
  expect(row.slice(0, 20).reverse()).toEqual(row.slice(20));
  const fading = row.slice(22, 27);
  expect(fading).toEqual([...fading].sort((a, b) => b - a));
  expect(row.slice(27)).toEqual(new Array(13).fill(0));
});

it('leaves no gaps, however fast the hand is', () => {
  const stroke = new Stroke(canvas, { diameter: 8, hardness: 1 });
  stroke.to({ x: 5, y: 10 });
  stroke.to({ x: 35, y: 10 });
  expect(
    rowAt(stroke, 10)
      .slice(3, 37)
      .every((value) => value === 255),
  ).toBe(true);
});

it('stays on the canvas', () => {
  const stroke = new Stroke(canvas, { diameter: 10, hardness: 0 });
  stroke.to({ x: -2, y: -2 });
  expect(stroke.area()?.bounds).toEqual({ left: 0, top: 0, right: 4, bottom: 4 });
});
