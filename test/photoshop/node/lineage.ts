import { AsyncLocalStorage } from 'node:async_hooks';
import type { Lineage } from '../modules/modal/lineage';

/** Node follows calls across their waits. */
export function createLineage(): Lineage {
  const storage = new AsyncLocalStorage<object>();
  return { run: (scope, body) => storage.run(scope, body), current: () => storage.getStore() };
}
