import type { Finding } from '../edit/check';
import { scaleLabel } from '../edit/fit';
import type { Variant } from '../edit/variant';
import type { PlacedLayer } from '../host/host';
import { type OperationId } from '../routing/model';
import { priceLabel } from '../routing/price';
import { type Explanation, inOneLine } from './explain';
import type { Step } from './state';

/** What a job tells whoever asked for it from outside the panel: plain data. */
export type Report = PlacedReport | FailedReport | StartedReport;

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

interface RouteReport {
  readonly model: string;
  readonly provider: string;
  readonly reason: string;
  readonly price: string;
  readonly scale: string;
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

function routeReport({ plan }: Variant): RouteReport {
  const { route, fit } = plan;
  const { id, provider } = route.model.spec;
  return { model: id, provider, reason: route.reason, price: priceLabel(route.price), scale: scaleLabel(fit.scale) };
}

export function failedReport(explanation: Explanation): FailedReport {
  return { outcome: 'failed', reason: inOneLine(explanation) };
}

export const startedReport: StartedReport = { outcome: 'started' };

export const cancelledReport: FailedReport = {
  outcome: 'cancelled',
  reason: 'Cancelled. The document is as it was.',
};
