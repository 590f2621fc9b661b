import { InlayError, isInlayError } from '../../base/errors';
import type { EditRequest } from '../../edit/operations';
import { planEdit } from '../../edit/plan';
import { promptFor } from '../../edit/promptFor';
import type { Desk } from '../desk';
import { explain } from '../explain';
import { outlineOf } from '../offer';
import { failedReport, type PlanReport, plannedReport } from '../report';
import { requestFromOutside } from './performRequest';

/** What an edit would be: nothing is read but sizes, and nothing is sent. */
export async function planRequest(info: unknown, desk: Desk): Promise<PlanReport> {
  try {
    const { parts } = desk;
    const circumstances = await desk.circumstances.look();
    const glance = inFront(desk);
    const outline = outlineOf(glance, await parts.host.inlayLayers(glance.document));
    const request: EditRequest = requestFromOutside(info, parts.drawSeed);
    const planned = planEdit(request, outline, parts.models.present(), circumstances);
    if (!planned.ok) return failedReport(explain(planned.refusal));
    const { plan } = planned;
    const objection = await objectionTo(plan.route.price.dollars, request.maxDollars, desk);
    return plannedReport({ ...plan, operation: request.operation, prompt: promptFor(plan), objection });
  } catch (error) {
    if (isInlayError(error)) return failedReport(explain(error));
    throw error;
  }
}

/** What the limits would say to it, as things stand now. */
async function objectionTo(dollars: number, most: number | undefined, { purse, kept }: Desk) {
  await purse.look();
  const refusal = purse.objection(dollars, most, (await kept.read()).settings);
  return refusal && explain(refusal);
}

function inFront({ parts }: Desk) {
  const glance = parts.host.glance();
  if (glance.kind === 'no-document') throw new InlayError('host.no-document', {});
  if (glance.obstacle !== undefined) throw glance.obstacle;
  return glance;
}
