import { isInlayError } from '../base/errors';
import type { Scene } from '../host/host';
import type { ModelWarning } from '../routing/model';
import { askForTiles, type TileAnswer } from './askForTiles';
import { capture, type Capture } from './capture';
import { captureOfTile } from './captureOfTile';
import type { EditContext } from './context';
import type { Edited, EditTools } from './editTools';
import { joinTiles, type JoinedTiles } from './joinTiles';
import { makeCall } from './makeCall';
import { type Kept, notToBeLost } from './notToBeLost';
import { type EditPlan, isFree } from './plan';
import { payFor } from './purse';
import { purseForTiles, type SharedPurse } from './purseForTiles';
import { variantsOfTiles } from './tileVariants';
import { onlyTouched } from './touchedTiles';

/**
 * A plan of several crops: each is asked for and fitted by itself, and they are joined to one picture per variant. What
 * was paid for is kept, whatever becomes of the other tiles: where none came, the source stays, and a finding says so.
 */
export async function runTiles(whole: EditPlan, scene: Scene, tools: EditTools): Promise<Edited> {
  const { host, purse, context } = tools;
  context.onStep('capture');
  const taken = await capture(whole, scene, host, context);
  const plan = await onlyTouched(whole, taken, context);
  const shared = await purseForTiles(plan, purse);
  context.onStep('call');
  const joined = joinTiles(plan, taken, { scene, host });
  const ends: Kept<unknown>['stopped'][] = [];
  const keep: Keep = async (work) => {
    if (isFree(plan)) return work(context);
    const kept = await notToBeLost((signal) => work({ ...context, signal }), context.signal);
    ends.push(kept.stopped);
    return kept.value;
  };
  const { asked, warnings } = await settled(shared, () =>
    askForTiles(plan, askFor(plan, taken, scene, { ...tools, purse: shared.purse }, keep), (answered) =>
      layIn(answered, joined, keep),
    ),
  );
  const variants = await keep((unhurried) =>
    variantsOfTiles({ plan, taken, joined, missing: asked, warnings }, { scene, host, context: unhurried }),
  );
  return { scene, variants, stopped: ends.includes('yes') ? 'yes' : 'no' };
}

/** Does work on what is paid for, which is not lost because somebody cancels or Photoshop is busy. */
type Keep = <T>(work: (context: EditContext) => Promise<T>) => Promise<T>;

/** One call after the other goes out through the same gate; all count as one step. */
function askFor(plan: EditPlan, taken: Capture, scene: Scene, { host, purse, context }: EditTools, keep: Keep) {
  const shares = new Map<unknown, number>();
  return async (ofTile: EditPlan) => {
    const part = await captureOfTile(taken, plan.frame, ofTile.frame, context);
    const call = await makeCall(ofTile, part, { scene, host, context });
    const onProgress = (share: number) => {
      shares.set(ofTile, share);
      context.onProgress([...shares.values()].reduce((sum, one) => sum + one, 0) / plan.tiles.length);
    };
    const answer = await payFor(ofTile, call, purse, {
      ...context,
      onProgress,
      decode: (bytes, format) => keep(({ signal }) => host.decode(bytes, format, signal)),
    });
    onProgress(1);
    return { call, answer, taken: part };
  };
}

/** Each picture by itself: one that has to wait for Photoshop is not laid twice. */
async function layIn(answered: TileAnswer, joined: JoinedTiles, keep: Keep): Promise<void> {
  for (const [index, image] of answered.answer.images.entries()) {
    const finished = await keep((context) => joined.fit(image, answered, context));
    await keep((context) => joined.lay(finished, index, answered, context));
    if (index === answered.answer.images.length - 1) joined.note(answered, finished.came);
  }
}

/** What came of the work, and what it cost told in any case. */
async function settled<T>(
  { settle }: SharedPurse,
  work: () => Promise<T>,
): Promise<{ readonly asked: T; readonly warnings: readonly ModelWarning[] }> {
  let asked: T;
  try {
    asked = await work();
  } catch (error) {
    await accountOf(settle);
    throw error;
  }
  return { asked, warnings: await accountOf(settle) };
}

/** What was paid for is not lost because the account of it is. */
async function accountOf(settle: () => Promise<void>): Promise<readonly ModelWarning[]> {
  try {
    await settle();
    return [];
  } catch (error) {
    if (!isInlayError(error)) throw error;
    return [{ text: 'What this cost could not be added to the ledger.' }];
  }
}
