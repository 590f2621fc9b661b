import { z } from 'zod';
import { distFolder } from '../build/root';
import { openStage } from '../photoshop/node/stage';
import { openAll, stageFor } from './edit';
import type { AskOptions } from './editOptions';
import { UserError } from './userError';

/** The function beside the one that a recorded Action calls. */
const door = 'inlayPlan';

const answer = z.discriminatedUnion('outcome', [
  z.looseObject({ outcome: z.literal('planned') }),
  z.object({ outcome: z.enum(['failed', 'cancelled']), reason: z.string() }),
]);

/** Who would do the edit, why, and for how much, as JSON; nothing is sent and nothing written. Throws `UserError`. */
export async function dryRun(options: AskOptions): Promise<string> {
  const stage = await openStage({ plugin: distFolder, data: options.data, ...stageFor(options) });
  try {
    await openAll(stage, options);
    const { control } = stage.photoshop;
    const planned = answer.parse(
      await control.playStep(stage.context.globals, { methodName: door, info: options.request }),
    );
    if (planned.outcome !== 'planned') throw new UserError(planned.reason);
    return JSON.stringify(planned, undefined, 2);
  } finally {
    await stage.close();
  }
}
