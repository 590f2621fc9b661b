import { InlayError, isInlayError } from '../base/errors';
import type { DocumentId } from '../base/ids';
import type { Scene } from '../host/host';
import type { CallContext, ModelAnswer } from '../routing/model';
import { asOffered } from './asOffered';
import { capture } from './capture';
import type { Edited, EditTools } from './editTools';
import { makeCall } from './makeCall';
import { makeVariants } from './makeVariants';
import { notToBeLost } from './notToBeLost';
import type { EditRequest } from './operations';
import { type EditPlan, isFree, planEdit } from './plan';
import { payFor } from './purse';
import { runTiles } from './runTiles';

/** One edit, from what is selected to variants ready to place. */
export async function runEdit(request: EditRequest, tools: EditTools, document?: DocumentId): Promise<Edited> {
  const { host, models, circumstances, context } = tools;
  context.onStep('survey');
  const scene = await host.survey(document);
  context.onStep('plan');
  const planned = planEdit(request, scene, models, circumstances);
  if (!planned.ok) throw planned.refusal;
  return asOffered(planned.plan, scene, (plan) =>
    plan.tiles.length === 0 ? runPlan(plan, scene, tools) : runTiles(plan, scene, tools),
  );
}

/** The plan, carried out by the model that it names. */
async function runPlan(plan: EditPlan, scene: Scene, { host, purse, context }: EditTools): Promise<Edited> {
  context.onStep('capture');
  const taken = await capture(plan, scene, host, context);
  const call = await makeCall(plan, taken, { scene, host, context });
  context.onStep('call');
  let isStopped = false;
  const decode: CallContext['decode'] = async (bytes, format) => {
    const { value, stopped } = await notToBeLost((signal) => host.decode(bytes, format, signal), context.signal);
    isStopped ||= stopped === 'yes';
    return value;
  };
  const answer = await payFor(plan, call, purse, { ...context, decode });
  const vary = (signal: AbortSignal) =>
    makeVariants(answer, { plan, call, taken }, { scene, host, context: { ...context, signal } });
  if (isFree(plan)) return { scene, variants: await vary(context.signal), stopped: 'no' };
  const { value, stopped } = await notToBeLost(vary, context.signal).catch((error: unknown) => {
    throw paidForInVain(error, answer);
  });
  return { scene, variants: value, stopped: isStopped ? 'yes' : stopped };
}

/** Nobody may be told that an edit failed, and not that its answer had been paid for. */
function paidForInVain(error: unknown, { requestId }: ModelAnswer): unknown {
  if (!isInlayError(error)) return error;
  return new InlayError('edit.answer-lost', { before: error, ...(requestId !== undefined && { requestId }) }, error);
}
