import type { Rule } from '../modules/rules';
import type { SwitchName } from '../modules/switches';

/** One demand or habit of the platform, and where the stand-in keeps it. */
export interface Row {
  /** What the platform does, and to what. */
  readonly platform: string;
  /** The rules that count as broken; none where the answer is an ordinary one. */
  readonly rules?: readonly Rule[];
  /** The habits that may be either way. */
  readonly switches?: readonly SwitchName[];
  /** Tests that do it and see the answer: a file beside this folder or under `test/`, and a piece of their names. */
  readonly tests: readonly (readonly [file: string, name: string])[];
}
