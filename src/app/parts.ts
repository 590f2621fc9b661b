import type { JobId } from '../base/ids';
import type { ActionRecorder, FilePicker, Host, Secrets, Storage } from '../host/host';
import type { Catalog, EditModel } from '../routing/model';

/** The models that can be called. */
export interface ModelShelf {
  readonly present: () => readonly EditModel[];
  /** Puts the models of another catalog in their place. */
  readonly use: (catalog: Catalog) => void;
}

/** What the app is built from. */
export interface AppParts {
  readonly host: Host;
  readonly storage: Storage;
  readonly recorder: ActionRecorder;
  readonly secrets: Secrets;
  readonly picker: FilePicker;
  readonly models: ModelShelf;
  /** 0 to 2³² - 1. */
  readonly drawSeed: () => number;
  readonly drawJobId: () => JobId;
}
