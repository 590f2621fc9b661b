import type { Desk } from '../desk';
import type { Settings } from '../state';

/** Keeps what was set, and looks anew at what can be done with it. */
export async function changeSettings(change: Partial<Settings>, desk: Desk): Promise<void> {
  await desk.kept.change((before) => ({ ...before, settings: { ...before.settings, ...change } }));
  await desk.account();
  await desk.circumstances.look();
  desk.refresh();
}
