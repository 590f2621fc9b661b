import { useSyncExternalStore } from 'react';
import type { Commands } from '../app/commands';
import type { AppState } from '../app/state';
import type { Store } from '../app/store';

/** What the panel needs of the app: to read its state, and to send commands. */
export interface PanelApp {
  readonly store: Pick<Store<AppState>, 'get' | 'subscribe'>;
  readonly commands: Commands;
}

/** The app's state; the component is drawn anew whenever it changes. */
export function useApp({ store }: PanelApp): AppState {
  return useSyncExternalStore(store.subscribe, store.get);
}
