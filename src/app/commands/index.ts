import type { JobId } from '../../base/ids';
import type { Draft, Settings, View } from '../state';

/** Everything that the retoucher can do. Menus, keys and buttons all send the same command; none of them throws. */
export interface Commands {
  show(view: View): void;
  changeDraft(change: Partial<Draft>): void;
  run(): void;
  /** Ends the running job; the document stays as it was. */
  cancel(): void;
  place(result: JobId): void;
  discard(result: JobId): void;
  changeSettings(change: Partial<Settings>): void;
  dismissNotice(): void;
}
