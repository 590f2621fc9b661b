import { useSyncExternalStore } from 'react';
import type { Commands } from '../app/commands';
import type { AppState } from '../app/state';

/** What the panel needs of the app: to read its state, and to send commands. */
export interface PanelApp {
  readonly store: {
    readonly get: () => AppState;
    readonly subscribe: (listener: () => void) => () => void;
  };
  readonly commands: Commands;
}

/** The app's state; the component is drawn anew whenever it changes. */
export function useApp({ store }: PanelApp): AppState {
  return useSyncExternalStore(store.subscribe, store.get);
}
