import type { DocumentState } from '../../photoshop/model/state';

/** A document to edit: something is selected and one layer is active. */
export interface LayeredDocument {
  /** What it is, as part of a sentence. */
  readonly name: string;
  readonly make: () => DocumentState;
  /** The layer that a result has to stand directly above. */
  readonly above: number;
  /** Whether the stand-in can draw what is seen of it after an edit. Absent: it can. */
  readonly shows?: 'an estimate';
}
