import type { Size } from '../image/rect';
import { classify, type Pattern } from './classify';
import type { ModelSpec, OperationId, ReferenceRole, RequestedSize } from './model';
import { type Reading, readPrompt } from './readPrompt';

/** All about an edit that decides which model should do it. */
export interface Need extends Asked, Reading {
  readonly pattern: Pattern;
}

/** What is known of an edit before any pixel is read. */
export interface Asked {
  readonly operation: OperationId;
  readonly mask: 'none' | 'hard' | 'soft';
  /** Pixels that may change, in the document. */
  readonly area: number;
  /** In the order of the references. */
  readonly references: readonly ReferenceRole[];
  /** Edits that the region already went through in a row. */
  readonly passes: number;
  readonly variants: number;
  /** What all of them may cost together, in US dollars; Infinity where nothing was said. */
  readonly mostDollars: number;
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
  /** How many such crops the region goes out in, each asked for by itself; 1 where it goes out whole. */
  readonly tiles: number;
}

/** The need behind an edit: what is asked, and what its words say. */
export function needOf(asked: Asked, prompt: string): Need {
  const { operation, references } = asked;
  return { ...asked, ...readPrompt(operation, prompt), pattern: classify(operation, prompt, references) };
}
