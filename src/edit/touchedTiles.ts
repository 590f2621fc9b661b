import { runSliced, type Sliced } from '../base/slices';
import type { Mask } from '../image/mask';
import { intersect, isEmpty, type Rect, within } from '../image/rect';
import type { Capture } from './capture';
import type { EditContext } from './context';
import type { EditPlan } from './plan';
import type { Tile } from './tiles';

/** The plan without the tiles that the mask does not touch, at the price of the others. */
export async function onlyTouched(plan: EditPlan, taken: Capture, context: EditContext): Promise<EditPlan> {
  const { frame, route } = plan;
  const tiles = await runSliced(touchedTiles(plan.tiles, taken.layerMask, frame.contextInDocument), context);
  if (tiles.length === plan.tiles.length) return plan;
  const dollars = (route.price.dollars / plan.tiles.length) * tiles.length;
  return { ...plan, tiles, route: { ...route, price: { ...route.price, dollars } } };
}

/** The tiles in whose own share of the region a mask (which covers `area`) shows anything: no others are sent. */
function* touchedTiles(tiles: readonly Tile[], mask: Mask, area: Rect): Sliced<readonly Tile[]> {
  const touched: Tile[] = [];
  for (const tile of tiles) {
    if (showsAnything(mask, within(area, intersect(tile.cellInDocument, area)))) touched.push(tile);
    yield;
  }
  return touched;
}

function showsAnything({ width, data }: Mask, part: Rect): boolean {
  if (isEmpty(part)) return false;
  for (let y = part.top; y < part.bottom; y++) {
    for (let i = y * width + part.left; i < y * width + part.right; i++) if (data[i] > 0) return true;
  }
  return false;
}
