import type { Host, Scene } from '../host/host';
import type { EditModel } from '../routing/model';
import type { EditContext } from './context';
import type { Circumstances } from './plan';
import type { Purse } from './purse';
import type { Variant } from './variant';

export interface EditTools {
  readonly host: Host;
  readonly models: readonly EditModel[];
  readonly circumstances: Circumstances;
  readonly purse: Purse;
  readonly context: EditContext;
}

/** What an edit made, and where. Placing is a separate decision. */
export interface Edited {
  readonly scene: Scene;
  /** Best first. */
  readonly variants: readonly Variant[];
  /** `yes`: somebody wanted the edit to end, but these are paid for. They are not placed unasked. */
  readonly stopped: 'yes' | 'no';
}
