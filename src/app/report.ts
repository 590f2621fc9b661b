import type { Finding } from '../edit/check';
import { type Fit, scaleLabel } from '../edit/fit';
import type { Variant } from '../edit/variant';
import type { PlacedLayer } from '../host/host';
import type { Rect, Size } from '../image/rect';
import type { EditModel, OperationId } from '../routing/model';
import { type Price, priceLabel } from '../routing/price';
import type { NotChosen, Route } from '../routing/route';
import { type Explanation, inOneLine } from './explain';
import { routeWords } from './routeWords';
import type { Step } from './state';

/** What a job tells whoever asked for it from outside the panel: plain data. */
export type Report = PlacedReport | FailedReport | StartedReport;

/** What an edit would be, without anything sent. */
export type PlanReport = PlannedReport | FailedReport;

export interface PlannedReport {
  readonly outcome: 'planned';
  readonly operation: OperationId;
  readonly route: PlannedRoute;
  /** Ids of the models that would be asked next where the choice could not answer. */
  readonly fallbacks: readonly string[];
  readonly others: readonly (Omit<NotChosen, 'why'> & { readonly why: string })[];
  /** Why a limit would not let it through, and what to do: one line. */
  readonly objection?: string;
  /** Document pixels that would be sent; they may reach beyond the canvas. */
  readonly context: Rect;
}

export interface PlannedRoute extends Omit<RouteReport, 'charged' | 'came' | 'requestId'> {
  readonly certainty: Price['certainty'];
  /** The prompt as it would go out. */
  readonly prompt: string;
}

export interface PlacedReport {
  readonly outcome: 'placed';
  readonly operation: OperationId;
  readonly seed: number;
  readonly route: RouteReport;
  readonly layers: readonly PlacedLayer[];
  readonly findings: readonly Finding[];
  readonly warnings: readonly string[];
  readonly milliseconds: Readonly<Partial<Record<Step, number>>>;
}

export interface FailedReport {
  readonly outcome: 'failed' | 'cancelled';
  /** One line: what happened, and what to do now. */
  readonly reason: string;
}

/** The edit goes on while the Action does. */
export interface StartedReport {
  readonly outcome: 'started';
}

export interface RouteReport {
  readonly model: string;
  readonly provider: string;
  readonly reason: string;
  readonly price: string;
  readonly scale: string;
  /** How many crops it goes out in, each asked for by itself; absent where it goes out whole. */
  readonly tiles?: number;
  /** US dollars by the list, before the call. */
  readonly dollars: number;
  /** US dollars for the whole call, as the service says afterwards. */
  readonly charged?: number;
  /** Pixels that were asked for, and that came. */
  readonly asked: Size;
  readonly came: Size;
  readonly requestId?: string;
}

export type Milliseconds = PlacedReport['milliseconds'];

export function placedReport(variant: Variant, layer: PlacedLayer, milliseconds: Milliseconds): PlacedReport {
  const { plan, findings, warnings } = variant;
  return {
    outcome: 'placed',
    operation: plan.request.operation,
    seed: plan.request.seed,
    route: routeReport(variant),
    layers: [layer],
    findings,
    warnings: warnings.map(({ text }) => text),
    milliseconds,
  };
}

function routeReport({ plan, told }: Variant): RouteReport {
  const { route, fit, tiles } = plan;
  const { id, provider } = route.model.spec;
  return {
    model: id,
    provider,
    reason: routeWords.reason(route.reason),
    price: priceLabel(route.price),
    scale: scaleLabel(fit.scale),
    ...(tiles.length > 0 && { tiles: tiles.length }),
    dollars: route.price.dollars,
    ...(told.dollars !== undefined && { charged: told.dollars }),
    asked: { width: told.asked.width, height: told.asked.height },
    came: told.came,
    ...(told.requestId !== undefined && { requestId: told.requestId }),
  };
}

/** What was planned, with the prompt as it would go out. */
export interface PlannedParts {
  readonly operation: OperationId;
  readonly route: Route<EditModel>;
  readonly fit: Fit;
  readonly tiles: readonly unknown[];
  readonly prompt: string;
  readonly objection: Explanation | undefined;
}

export function plannedReport({ operation, route, fit, tiles, prompt, objection }: PlannedParts): PlannedReport {
  const { id, provider } = route.model.spec;
  return {
    outcome: 'planned',
    operation,
    route: {
      model: id,
      provider,
      reason: routeWords.reason(route.reason),
      price: priceLabel(route.price),
      dollars: route.price.dollars,
      certainty: route.price.certainty,
      scale: scaleLabel(fit.scale),
      ...(tiles.length > 0 && { tiles: tiles.length }),
      asked: fit.asked,
      prompt,
    },
    fallbacks: route.fallbacks.map(({ spec }) => spec.id),
    others: route.others.map((other) => ({ ...other, why: routeWords.whyNot(other.why) })),
    ...(objection && { objection: inOneLine(objection) }),
    context: fit.sentInDocument,
  };
}

export function failedReport(explanation: Explanation): FailedReport {
  return { outcome: 'failed', reason: inOneLine(explanation) };
}

export const startedReport: StartedReport = { outcome: 'started' };

/** `kept`: how many results wait in the panel, since they are paid for. */
export function cancelledReport(kept: number): FailedReport {
  const waits = kept === 0 ? '' : ' What was paid for waits under Results.';
  return { outcome: 'cancelled', reason: `Cancelled. The document is as it was.${waits}` };
}

/** Nobody waits any longer for a request that had left. */
export const abandonedReport: FailedReport = {
  outcome: 'cancelled',
  reason: 'Cancelled. The document is as it was. What had been sent may still be charged.',
};
