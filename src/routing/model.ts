import type { Mask } from '../image/mask';
import type { Raster } from '../image/raster';

/** The operations that stand in the panel. Each is a file in `edit/operations/`. */
export type OperationId = 'remove';

/** All that routing and the panel may know about a model: data only. */
export interface ModelSpec {
  readonly id: string;
  /** A short name that people type. */
  readonly alias: string;
  readonly provider: string;
  readonly label: string;
  /** Why it would be chosen, in at most four words. */
  readonly strongPoint: string;
  readonly operations: readonly OperationId[];
  readonly mask: 'soft' | 'binary' | 'none';
  /** Hosted models take 8-bit sRGB; the local engine the document's own depth and space. */
  readonly takes: 'srgb8' | 'document';
  readonly size: SizeRule;
  readonly price: PriceRule;
}

export type SizeRule = { readonly kind: 'as-the-input'; readonly maxPixels: number };
export type PriceRule = { readonly kind: 'free' };

export interface ModelCall {
  readonly operation: OperationId;
  readonly prompt: string;
  readonly source: Raster;
  /** Hard: full scale is to be made anew, 0 is kept. */
  readonly mask: Mask;
  readonly seed: number;
}

export interface CallContext {
  readonly signal: AbortSignal;
  /** Share of the call that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** A capability that the service lacks is a warning in the answer, never silence and never a failure. */
export interface ModelWarning {
  readonly text: string;
}

export interface ModelAnswer {
  readonly images: readonly Raster[];
  readonly warnings: readonly ModelWarning[];
}

export interface EditModel {
  readonly spec: ModelSpec;
  edit(call: ModelCall, context: CallContext): Promise<ModelAnswer>;
}
