import { InlayError, isInlayError } from '../../base/errors';
import type { EditRequest } from '../../edit/operations';
import { planEdit } from '../../edit/plan';
import { planOutpaint } from '../../edit/planOutpaint';
import { promptFor } from '../../edit/promptFor';
import type { Desk } from '../desk';
import { explain } from '../explain';
import { outlineOf } from '../offer';
import { failedReport, type PlanReport, plannedReport } from '../report';
import { asOutpaint, requestFromOutside } from './performRequest';

/** What an edit would be: nothing is read but sizes, and nothing is sent. */
export async function planRequest(info: unknown, desk: Desk): Promise<PlanReport> {
  try {
    const { parts } = desk;
    const circumstances = await desk.circumstances.look();
    const outline = outlineOf(inFront(desk));
    const outpaint = asOutpaint(info, parts.drawSeed);
    if (outpaint !== undefined) {
      const planned = planOutpaint(outpaint, outline, parts.models.present(), circumstances);
      return planned.ok
        ? plannedReport({ ...planned.plan, operation: 'outpaint', prompt: outpaint.prompt })
        : failedReport(explain(planned.refusal));
    }
    const request: EditRequest = requestFromOutside(info, parts.drawSeed);
    const planned = planEdit(request, outline, parts.models.present(), circumstances);
    if (!planned.ok) return failedReport(explain(planned.refusal));
    const { plan } = planned;
    return plannedReport({ ...plan, operation: request.operation, prompt: promptFor(plan) });
  } catch (error) {
    if (isInlayError(error)) return failedReport(explain(error));
    throw error;
  }
}

function inFront({ parts }: Desk) {
  const glance = parts.host.glance();
  if (glance.kind === 'no-document') throw new InlayError('host.no-document', {});
  if (glance.obstacle !== undefined) throw glance.obstacle;
  return glance;
}
