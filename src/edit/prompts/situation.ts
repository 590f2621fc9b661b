import type { Rect, Size } from '../../image/rect';
import type { Pattern } from '../../routing/classify';
import type { ModelSpec, OperationId, ReferenceRole } from '../../routing/model';

/** All that a helper may know when it adds to a prompt. */
export interface Situation {
  readonly operation: OperationId;
  /** The retoucher's own words, or the operation's instruction where there are none. */
  readonly prompt: string;
  readonly pattern: Pattern;
  readonly model: Pick<ModelSpec, 'mask' | 'family'>;
  readonly region: Region;
  /** In their order: the source comes before them where there is one. */
  readonly references: readonly ShownReference[];
  /** 0 keeps, 1 repaints fully. */
  readonly strength: number;
  /** How the light falls in the source, as it was measured; empty where it was not, or is not clear. */
  readonly light: string;
  /** The grade that a step must not lose, as it was measured; empty where it was not. */
  readonly grade: string;
}

/** What may change. `crop`: the target as it lies in the crop; `marked-copy`: painted over in a second picture. */
export type Region =
  | { readonly kind: 'everything' }
  | { readonly kind: 'crop'; readonly targetInContext: Rect; readonly context: Size }
  /** What is gray around the picture. */
  | { readonly kind: 'border' }
  | { readonly kind: 'marked-copy' };

export interface ShownReference {
  readonly role: ReferenceRole;
  /** As the retoucher knows it: a layer's or a file's name. */
  readonly label: string;
}

/** Whether a picture is edited; without one, the references are numbered from 1. */
export function hasSource({ operation }: Pick<Situation, 'operation'>): boolean {
  return operation !== 'generate';
}

/** A model that is given a mask of its own paints only there, and is told only what comes there. */
export function takesMask({ model, region }: Pick<Situation, 'model' | 'region'>): boolean {
  return model.mask !== 'none' && region.kind !== 'everything';
}
