import { InlayError } from '../../base/errors';
import type { Desk } from '../desk';
import { explain } from '../explain';
import { failedReport, type Report, startedReport } from '../report';
import { parseRequest, performRequest } from './performRequest';

/** A recorded Action asks for an edit. */
export async function playback(info: unknown, desk: Desk): Promise<Report> {
  const { parts, kept } = desk;
  try {
    const request = parseRequest(info, parts.drawSeed);
    const { actionsWait } = (await kept.read()).settings;
    // an edit computes, and may wait for the network: Photoshop must not stand still meanwhile
    if (actionsWait && parts.recorder.isModal()) throw new InlayError('host.modal-playback', {});
    const performed = performRequest(request, desk);
    return actionsWait ? await performed : startedReport;
  } catch (error) {
    if (error instanceof InlayError) return failedReport(explain(error));
    throw error;
  }
}
