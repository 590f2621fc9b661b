import { InlayError } from '../../base/errors';
import type { Desk } from '../desk';
import { explain } from '../explain';
import { changeSettings } from './changeSettings';

/** Keeps a key in the host's secret store, and nowhere else. */
export function saveKey(service: string, key: string, desk: Desk): Promise<void> {
  return change(desk, async () => {
    await desk.parts.secrets.write(service, key.trim());
    return [...new Set([...desk.store.get().settings.keyed, service])];
  });
}

/** Forgets a key for good. */
export function removeKey(service: string, desk: Desk): Promise<void> {
  return change(desk, async () => {
    await desk.parts.secrets.remove(service);
    return desk.store.get().settings.keyed.filter((other) => other !== service);
  });
}

async function change(desk: Desk, work: () => Promise<readonly string[]>): Promise<void> {
  try {
    await changeSettings({ keyed: await work() }, desk);
  } catch (error) {
    if (!(error instanceof InlayError)) throw error;
    desk.store.set((state) => ({ ...state, notice: explain(error) }));
  }
}
