import type { JobId } from '../../base/ids';
import type { Draft, RequestedReference, Settings, View } from '../state';

/** Everything that the retoucher can do. Menus, keys and buttons all send the same command; none of them throws. */
export interface Commands {
  readonly show: (view: View) => void;
  readonly changeDraft: (change: Partial<Draft>) => void;
  /** For the present operation: the id of a model, or `auto`, which also lets go of one that was pinned. */
  readonly chooseModel: (model: string) => void;
  /** The present operation is done by this model from now on, whatever fits better. */
  readonly pinModel: (model: string) => void;
  /** Looks at what can be shown to a model. */
  readonly lookForPictures: () => void;
  /** Lets a file be chosen, and shows it to the model. */
  readonly addFile: () => void;
  readonly addReference: (from: RequestedReference['from']) => void;
  /** Measures light and grade of the picture, for the words that are added. */
  readonly readLook: () => void;
  readonly run: () => void;
  /** Ends the job that waits or runs; the document stays as it was. */
  readonly cancel: () => void;
  readonly place: (result: JobId) => void;
  readonly discard: (result: JobId) => void;
  /** A service by its id; the key goes into the host's secret store. */
  readonly saveKey: (service: string, key: string) => void;
  readonly removeKey: (service: string) => void;
  readonly changeSettings: (change: Partial<Settings>) => void;
  /** Counts what is spent from nothing, where the ledger is damaged. */
  readonly beginLedger: () => void;
  /** What was learned of the retoucher's choices is gone for good. */
  readonly forgetLearned: () => void;
  /** Chooses a file whose models take the place of the present ones. */
  readonly importCatalog: () => void;
  readonly restoreCatalog: () => void;
  readonly dismissNotice: () => void;
}
