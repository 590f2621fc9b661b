import { Cancelled } from '../../base/abort';
import { InlayError } from '../../base/errors';
import type { EditRequest } from '../../edit/operations';
import { isFree } from '../../edit/plan';
import type { PlacedLayer } from '../../host/host';
import type { Desk } from '../desk';
import { parseRequest } from '../draft';
import { explain } from '../explain';
import type { Attempt } from '../jobs/attempt';
import { type JobContext, type Made, make, placeMade, runJob } from '../jobs/runner';
import {
  abandonedReport,
  cancelledReport,
  failedReport,
  type Milliseconds,
  placedReport,
  type Report,
} from '../report';
import { keepPaidFor } from './keepResults';
import { settle } from './settle';

/**
 * An edit from start to placed layer, asked for from outside the panel. Never throws: the report says how it ended.
 * `meaning` answers what an error means to the one who asked.
 */
export async function performRequest(
  request: EditRequest,
  desk: Desk,
  meaning: (error: InlayError) => InlayError = asItIs,
): Promise<Report> {
  const { parts } = desk;
  let milliseconds: Milliseconds = {};
  let kept = 0;
  const ended = await runJob(parts.drawJobId(), request, desk, async (context) => {
    const placed = await makeAndPlace(request, desk, context, (count) => {
      kept = count;
    });
    milliseconds = Object.fromEntries(context.clock.times().map(({ step, milliseconds: taken }) => [step, taken]));
    return placed;
  });
  desk.refresh();
  if (ended.kind === 'done') await settle(ended.value.made, ended.value.layer, desk);
  return reportOf(ended, milliseconds, kept, meaning);
}

/** The same where no panel may be open: bad news comes in a box. */
export async function performOrTell(request: EditRequest, desk: Desk): Promise<void> {
  const report = await performRequest(request, desk);
  if (report.outcome === 'failed') desk.parts.host.tell(report.reason);
}

/** What came from outside, as a request; the seed is drawn where it has none. Throws `edit.bad-request`. */
export function requestFromOutside(info: unknown, drawSeed: () => number): EditRequest {
  const request = parseRequest(typeof info === 'object' ? { seed: drawSeed(), ...info } : info);
  if (request instanceof InlayError) throw request;
  return request;
}

interface Placed {
  readonly made: Made;
  readonly layer: PlacedLayer;
}

/** What is paid for and not placed waits in the panel, whatever came between. */
async function makeAndPlace(
  request: EditRequest,
  desk: Desk,
  context: JobContext,
  onKept: (count: number) => void,
): Promise<Placed> {
  const { made, stopped } = await make(request, desk, context);
  const [best, ...others] = made;
  let waiting: readonly Made[] = made;
  try {
    if (stopped === 'yes') throw new Cancelled('stopped after it was paid for');
    const layer = await placeMade(best, desk.parts, context);
    waiting = others;
    return { made: best, layer };
  } catch (error) {
    throw error instanceof Cancelled && !isFree(best.variant.plan) ? new Cancelled(error.message, 'sent') : error;
  } finally {
    onKept(await keepPaidFor(waiting, desk));
  }
}

function asItIs(error: InlayError): InlayError {
  return error;
}

function reportOf(
  ended: Attempt<Placed>,
  milliseconds: Milliseconds,
  kept: number,
  meaning: (error: InlayError) => InlayError,
): Report {
  switch (ended.kind) {
    case 'done':
      return placedReport(ended.value.made.variant, ended.value.layer, milliseconds);
    case 'cancelled':
      return cancelledReport(kept);
    case 'abandoned':
      return kept > 0 ? cancelledReport(kept) : abandonedReport;
    case 'failed':
      return failedReport(explain(meaning(ended.error)));
  }
}
