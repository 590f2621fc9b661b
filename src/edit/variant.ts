import type { Mask } from '../image/mask';
import type { Raster } from '../image/raster';
import type { Rect, Size } from '../image/rect';
import type { ModelWarning, RequestedSize } from '../routing/model';
import type { Finding } from './check';
import { framing } from './checks/framing';
import type { EditPlan } from './plan';

/** The fitted pixels, and the mask that shows them. Both cover `inDocument`. */
export interface Patch {
  readonly inDocument: Rect;
  readonly pixels: Raster;
  readonly mask: Mask;
}

/** One answer among several, ready to place. */
export interface Variant {
  readonly plan: EditPlan;
  readonly patch: Patch;
  readonly source: Raster;
  readonly findings: readonly Finding[];
  readonly warnings: readonly ModelWarning[];
  readonly told: Told;
}

/** What passed between us and the model, for the record. */
export interface Told {
  /** As it went out. */
  readonly prompt: string;
  readonly asked: RequestedSize;
  readonly came: Size;
  /** What the service says that all pictures of the call cost, in US dollars. */
  readonly dollars: number | undefined;
  readonly requestId: string | undefined;
}

/** Whether the model framed the picture anew: what was to stay does not lie where it belongs. Never placed unasked. */
export function isReframed({ findings }: Pick<Variant, 'findings'>): boolean {
  return findings.some(({ check, verdict }) => check === framing.id && verdict === 'over');
}

/**
 * How far findings are from perfect, all told: each counts by how much of its limit it takes, one that is over more than
 * all that fit together.
 */
export function strainOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, { value, limit, verdict }) => {
    const share = limit.kind === 'at-most' ? value / Math.max(limit.value, 1e-6) : limit.value / Math.max(value, 1e-6);
    return sum + (verdict === 'over' ? overWeight + Math.min(most, share) : Math.min(1, share));
  }, 0);
}

const overWeight = 20;
/** Beyond this it does not matter by how much. */
const most = 5;
