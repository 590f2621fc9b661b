import type { Circumstances } from '../edit/plan';
import type { CatalogInUse } from './catalogInUse';
import type { Queue } from './jobs/queue';
import type { Learned } from './learned';
import type { AppParts } from './parts';
import type { WatchedPurse } from './purse';
import type { Kept } from './settings';
import type { AppState } from './state';
import type { Store } from './store';
import type { Tray } from './tray';

/** What every command works with. */
export interface Desk {
  readonly parts: AppParts;
  readonly store: Store<AppState>;
  readonly queue: Queue;
  readonly tray: Tray;
  /** What outlives the session. */
  readonly kept: {
    read(): Promise<Kept>;
    /** Tells the retoucher when it cannot be kept. */
    change(change: (before: Kept) => Kept): Promise<void>;
  };
  readonly learned: Learned;
  readonly catalog: CatalogInUse;
  readonly purse: WatchedPurse;
  /** Looks again at what was spent. */
  readonly account: () => Promise<void>;
  readonly circumstances: {
    /** As they were when somebody last looked. */
    present(): Circumstances;
    look(): Promise<Circumstances>;
  };
  /** Looks at the host again. */
  readonly refresh: () => void;
}
