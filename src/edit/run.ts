import type { DocumentId } from '../base/ids';
import type { Host, Scene } from '../host/host';
import type { CallContext, EditModel } from '../routing/model';
import { asOffered } from './asOffered';
import { capture } from './capture';
import type { EditContext } from './context';
import { makeCall } from './makeCall';
import { makeVariants } from './makeVariants';
import { notToBeLost } from './notToBeLost';
import type { EditRequest } from './operations';
import { type Circumstances, type EditPlan, isFree, planEdit } from './plan';
import { payFor, type Purse } from './purse';
import type { Variant } from './variant';

export interface EditTools {
  readonly host: Host;
  readonly models: readonly EditModel[];
  readonly circumstances: Circumstances;
  readonly purse: Purse;
  readonly context: EditContext;
}

/** What an edit made, and where. Placing is a separate decision. */
export interface Edited {
  readonly scene: Scene;
  /** Best first. */
  readonly variants: readonly Variant[];
  /** `yes`: somebody wanted the edit to end, but these are paid for. They are not placed unasked. */
  readonly stopped: 'yes' | 'no';
}

/** One edit, from what is selected to variants ready to place. */
export async function runEdit(request: EditRequest, tools: EditTools, document?: DocumentId): Promise<Edited> {
  const { host, models, circumstances, context } = tools;
  context.onStep('survey');
  const scene = await host.survey(document);
  context.onStep('plan');
  const planned = planEdit(request, scene, models, circumstances);
  if (!planned.ok) throw planned.refusal;
  return asOffered(planned.plan, scene, (plan) => runPlan(plan, scene, tools));
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
  const { value, stopped } = await notToBeLost(vary, context.signal);
  return { scene, variants: value, stopped: isStopped ? 'yes' : stopped };
}
