import type { Rule } from '../modules/rules';
import type { SwitchName } from '../modules/switches';

/** One demand or habit of the platform, and what is done to see that the stand-in keeps it. */
export interface Row {
  /** Its place in the platform's list of demands (section 11), such as 11.2.7; `more` for what is not on that list. */
  readonly number: string;
  /** What the platform does, and to what. */
  readonly platform: string;
  /** The rules that the proofs break, these and no others; none where the answer is an ordinary one. */
  readonly breaks?: readonly Rule[];
  /** The habits that may be either way; the proofs meet every value. */
  readonly habits?: readonly SwitchName[];
  /** Each does it and sees the answer, by what it does. */
  readonly proofs: Proofs;
}

export type Proof = () => unknown;
export type Proofs = Readonly<Record<string, Proof>>;

/** The rows of one part of the list, in its order. */
export interface Part {
  readonly number: string;
  /** How many rows the part has. */
  readonly length: number;
  readonly rows: readonly Row[];
}
