import type { Desk } from '../desk';
import { changeSettings } from './changeSettings';

/** Chooses a model for the present operation; `auto` gives the choice back to Inlay, for good. */
export function chooseModel(model: string, desk: Desk): void {
  const { store, refresh } = desk;
  const { draft, settings } = store.get();
  store.set((state) => ({ ...state, draft: { ...state.draft, model } }));
  refresh();
  if (model !== 'auto' || settings.pins[draft.operation] === undefined) return;
  void changeSettings({ pins: { ...settings.pins, [draft.operation]: undefined } }, desk);
}

/** Keeps a model for the present operation for good. */
export function pinModel(model: string, desk: Desk): void {
  const { draft, settings } = desk.store.get();
  void changeSettings({ pins: { ...settings.pins, [draft.operation]: model } }, desk);
}
