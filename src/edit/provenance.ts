import type { Rect } from '../image/rect';
import type { EditRequest } from './operations';
import { composedFor } from './promptFor';
import type { Variant } from './variant';

/** How a layer was made: enough to make it again. */
export interface Provenance {
  readonly version: 1;
  readonly request: EditRequest;
  readonly model: string;
  readonly provider: string;
  readonly context: Corners;
  /** The part of it that could change. */
  readonly target: Corners;
  readonly scale: number;
  /** What the service said it charged for the call, else its listed price. */
  readonly dollars: number;
  /** The prompt as it went out, the size that was asked for and the one that came. */
  readonly sent: string;
  /** What of it the helpers added, by their names. */
  readonly added: Readonly<Record<string, string>>;
  readonly asked: readonly [width: number, height: number];
  readonly came: readonly [width: number, height: number];
  readonly requestId?: string;
  readonly findings: Readonly<Record<string, number>>;
}

/** In document pixels, as the document was then. */
type Corners = readonly [left: number, top: number, right: number, bottom: number];

export function provenanceOf({ plan, findings, told }: Variant): Provenance {
  return {
    version: 1,
    request: plan.request,
    model: plan.route.model.spec.id,
    provider: plan.route.model.spec.provider,
    context: cornersOf(plan.frame.contextInDocument),
    target: cornersOf(plan.frame.targetInDocument),
    scale: plan.fit.scale,
    dollars: told.dollars ?? plan.route.price.dollars,
    sent: told.prompt,
    added: Object.fromEntries(composedFor(plan).additions.map(({ helper, text }) => [helper, text])),
    asked: [told.asked.width, told.asked.height],
    came: [told.came.width, told.came.height],
    ...(told.requestId !== undefined && { requestId: told.requestId }),
    findings: Object.fromEntries(findings.map(({ check, value }) => [check, value])),
  };
}

function cornersOf({ left, top, right, bottom }: Rect): Corners {
  return [left, top, right, bottom];
}
