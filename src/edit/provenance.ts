import type { EditRequest } from './operations';
import type { Variant } from './variant';

/** How a layer was made: enough to make it again. */
export interface Provenance {
  readonly version: 1;
  readonly request: EditRequest;
  readonly model: string;
  readonly provider: string;
  readonly context: readonly [left: number, top: number, right: number, bottom: number];
  readonly scale: number;
  readonly dollars: number;
  readonly findings: Readonly<Record<string, number>>;
}

export function provenanceOf({ plan, findings }: Variant): Provenance {
  const { left, top, right, bottom } = plan.frame.contextInDocument;
  return {
    version: 1,
    request: plan.request,
    model: plan.route.model.spec.id,
    provider: plan.route.model.spec.provider,
    context: [left, top, right, bottom],
    scale: plan.fit.scale,
    dollars: plan.route.price.dollars,
    findings: Object.fromEntries(findings.map(({ check, value }) => [check, value])),
  };
}
