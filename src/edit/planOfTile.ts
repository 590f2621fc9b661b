import type { EditPlan } from './plan';
import type { Tile } from './tiles';

/** The plan of one tile by itself, at its share of the price. */
export function planOfTile(plan: EditPlan, tile: Tile): EditPlan {
  const { route, frame } = plan;
  const { dollars, certainty } = route.price;
  return {
    ...plan,
    route: { ...route, price: { dollars: dollars / plan.tiles.length, certainty } },
    frame: { ...frame, contextInDocument: tile.contextInDocument },
    fit: tile.fit,
    tiles: [],
  };
}

/** What goes out first: the whole crop, or one tile of it. */
export function firstPart(plan: EditPlan): EditPlan {
  const [first] = plan.tiles;
  return first === undefined ? plan : planOfTile(plan, first);
}
