import type { JobId } from '../base/ids';
import type { ActionRecorder, Host, Secrets, Storage } from '../host/host';
import type { EditModel } from '../routing/model';

/** What the app is built from. */
export interface AppParts {
  readonly host: Host;
  readonly storage: Storage;
  readonly recorder: ActionRecorder;
  readonly secrets: Secrets;
  readonly models: readonly EditModel[];
  /** 0 to 2³² - 1. */
  readonly drawSeed: () => number;
  readonly drawJobId: () => JobId;
}
