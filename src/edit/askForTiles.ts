import { Cancelled } from '../base/abort';
import { type InlayError, isInlayError } from '../base/errors';
import type { ModelAnswer, ModelCall } from '../routing/model';
import { toldOf } from './callModel';
import type { Capture } from './capture';
import type { EditPlan } from './plan';
import { planOfTile } from './planOfTile';
import type { Tile } from './tiles';

/** What a tile was asked for, and what came. */
export interface TileAnswer {
  readonly tile: Tile;
  readonly plan: EditPlan;
  readonly call: ModelCall;
  readonly taken: Capture;
  readonly answer: ModelAnswer;
}

type Asked = Pick<TileAnswer, 'call' | 'taken' | 'answer'>;
type Ended =
  | { readonly kind: 'answered'; readonly asked: Asked }
  | { readonly kind: 'failed'; readonly error: InlayError | Cancelled }
  | { readonly kind: 'fault'; readonly error: unknown };

/** Whoever serves them lets no more be under way anyway; and pictures of more need not be in memory. */
const mostUnderWay = 3;

/**
 * Asks for one tile after the other, a few at once, and hands the answers on in the tiles' order. After one that failed
 * or was cancelled no other is begun: nobody pays for more of a picture that has a hole. Those that were answered count;
 * answers those that were not. Throws, as a single call would, where none was.
 */
export async function askForTiles(
  plan: EditPlan,
  ask: (plan: EditPlan) => Promise<Asked>,
  onAnswer: (answered: TileAnswer) => Promise<void>,
): Promise<readonly Tile[]> {
  const { tiles } = plan;
  const underWay: Promise<Ended>[] = [];
  const missing: Tile[] = [];
  const failures: (InlayError | Cancelled)[] = [];
  const begin = (tile: Tile) => {
    const begun = ended(ask(planOfTile(plan, tile)));
    underWay.push(
      begun.then((end) => {
        if (end.kind === 'failed') failures.push(end.error);
        return end;
      }),
    );
  };
  try {
    for (const [index, tile] of tiles.entries()) {
      while (failures.length === 0 && underWay.length < Math.min(tiles.length, index + mostUnderWay)) {
        begin(tiles[underWay.length]);
      }
      const end = await underWay.at(index);
      if (end?.kind === 'answered') await onAnswer({ tile, plan: planOfTile(plan, tile), ...end.asked });
      else if (end?.kind === 'fault') throw end.error;
      else missing.push(tile);
    }
  } finally {
    // whatever comes of an answer: what the others cost is known before the account is made
    await Promise.all(underWay);
  }
  if (missing.length < tiles.length) return missing;
  throw toldOf(failures);
}

async function ended(work: Promise<Asked>): Promise<Ended> {
  try {
    return { kind: 'answered', asked: await work };
  } catch (error) {
    return isInlayError(error) || error instanceof Cancelled ? { kind: 'failed', error } : { kind: 'fault', error };
  }
}
