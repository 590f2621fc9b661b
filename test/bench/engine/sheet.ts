import type { Planes } from './filters';

/** A picture is shown around its hole, at most so many of its pixels wide and high, each as four. */
const mostShown = 256;
const gap = 8;

/** One row for each case, one tile for each picture of it: the surroundings of the hole at 200 %. */
export function contactSheet(
  rows: readonly { readonly hole: Uint8Array; readonly pictures: readonly Planes[] }[],
): Planes {
  const columns = Math.max(...rows.map(({ pictures }) => pictures.length));
  const step = 2 * mostShown + gap;
  const sheet = { width: columns * step, height: rows.length * step };
  const data = new Uint8Array(sheet.width * sheet.height * 3).fill(40);
  rows.forEach(({ hole, pictures }, row) => {
    pictures.forEach((picture, column) => {
      paintTile({ ...sheet, data }, picture, cornerOf(hole, picture), column * step, row * step);
    });
  });
  return { ...sheet, data };
}

/** Where the part that is shown begins: around the middle one of the hole's pixels. */
function cornerOf(hole: Uint8Array, { width, height }: Planes): readonly [number, number] {
  const inside: number[] = [];
  hole.forEach((value, at) => {
    if (value > 0) inside.push(at);
  });
  const columns = inside.map((at) => at % width).sort((a, b) => a - b);
  const middle = (size: number, center: number) => Math.max(0, Math.min(size - mostShown, center - mostShown / 2));
  const at = inside[inside.length >> 1] ?? 0;
  return [middle(width, columns[columns.length >> 1] ?? 0), middle(height, Math.floor(at / width))];
}

function paintTile(
  sheet: Planes,
  { width, height, data }: Planes,
  [left, top]: readonly [number, number],
  column: number,
  row: number,
): void {
  for (let y = 0; y < 2 * Math.min(mostShown, height); y++) {
    for (let x = 0; x < 2 * Math.min(mostShown, width); x++) {
      const from = ((top + (y >> 1)) * width + left + (x >> 1)) * 3;
      const to = ((row + y) * sheet.width + column + x) * 3;
      for (let c = 0; c < 3; c++) sheet.data[to + c] = data[from + c];
    }
  }
}
