import type { Size } from '../image/rect';
import type { ModelSpec, OperationId, RequestedSize } from './model';

/** All about an edit that decides which model should do it. */
export interface Need {
  readonly operation: OperationId;
  readonly variants: number;
  /** How the crop would go to a model: each has its own rule for sizes. Known without reading a pixel. */
  readonly sizedFor: (spec: ModelSpec) => Sized;
}

/** A crop, fitted to a model. */
export interface Sized {
  readonly size: RequestedSize;
  /** The size that is sent over the document's own. */
  readonly scale: number;
  /** Every picture that is sent along: the source first, then the references. */
  readonly pictures: readonly Size[];
}
