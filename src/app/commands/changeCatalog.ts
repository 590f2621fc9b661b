import { InlayError } from '../../base/errors';
import type { CatalogSource } from '../catalogInUse';
import type { Desk } from '../desk';
import { explain } from '../explain';

/** Lets the retoucher choose a catalog file that takes the place of the models; a notice says what is wrong with it. */
export function importCatalogFile(desk: Desk): Promise<void> {
  return change(desk, async () => {
    const text = await desk.parts.picker.pickText(['json']);
    if (text === undefined) return desk.store.get().catalog;
    await desk.catalog.take(text);
    return 'file';
  });
}

/** Back to the models that are built in. */
export function restoreCatalog(desk: Desk): Promise<void> {
  return change(desk, async () => {
    await desk.catalog.restore();
    return 'built-in';
  });
}

async function change({ store, refresh }: Desk, work: () => Promise<CatalogSource>): Promise<void> {
  try {
    const catalog = await work();
    store.set((state) => ({ ...state, catalog, notice: undefined }));
  } catch (error) {
    if (!(error instanceof InlayError)) throw error;
    store.set((state) => ({ ...state, notice: explain(error) }));
  }
  refresh();
}
