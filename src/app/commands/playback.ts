import { InlayError, isInlayError } from '../../base/errors';
import type { Desk } from '../desk';
import { explain } from '../explain';
import { failedReport, type Report, startedReport } from '../report';
import { requestFromOutside, performOrTell, performRequest } from './performRequest';

/** A recorded Action asks for an edit. */
export async function playback(info: unknown, desk: Desk): Promise<Report> {
  const { parts, kept } = desk;
  try {
    const request = requestFromOutside(info, parts.drawSeed);
    const { actionsWait } = (await kept.read()).settings;
    if (actionsWait) return await performRequest(request, desk, duringPlayback);
    void performOrTell(request, desk);
    return startedReport;
  } catch (error) {
    if (isInlayError(error)) return failedReport(explain(error));
    throw error;
  }
}

/** Photoshop does not tell whether it is modal because it plays an Action: but then nobody else is named. */
function duringPlayback(error: InlayError): InlayError {
  const isUnnamed = error.code === 'host.busy' && !('holder' in error.details);
  return isUnnamed ? new InlayError('host.modal-playback', {}, error) : error;
}
