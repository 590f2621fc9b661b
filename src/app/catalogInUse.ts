import { InlayError } from '../base/errors';
import type { Storage } from '../host/host';
import { catalog as builtIn } from '../routing/catalog';
import { importCatalog } from '../routing/importCatalog';
import type { ModelShelf } from './parts';

const file = 'catalog.json';

/** Where the models come from: built in, or a file of the retoucher's. */
export type CatalogSource = 'built-in' | 'file';

/** The catalog of models that is in use; a file that was taken over outlives the session. */
export interface CatalogInUse {
  /** Takes over what was kept, once. A damaged file is as good as none. */
  ready(): Promise<CatalogSource>;
  /** Throws `route.bad-catalog` where the text is none, `host.disk-full` or `host.storage` where it cannot be kept. */
  take(text: string): Promise<void>;
  /** Back to what is built in. */
  restore(): Promise<void>;
}

export function createCatalogInUse(storage: Storage, models: ModelShelf): CatalogInUse {
  let reading: Promise<CatalogSource> | undefined;
  const readKept = async (): Promise<CatalogSource> => {
    const text = (await storage.read(file)) ?? '';
    const imported = importCatalog(text);
    if (!imported.ok) return 'built-in';
    models.use(imported.catalog);
    return 'file';
  };
  return {
    ready: () => (reading ??= readKept()),
    async take(text) {
      const imported = importCatalog(text);
      if (!imported.ok) throw new InlayError('route.bad-catalog', { problem: imported.problem });
      await storage.write(file, text);
      models.use(imported.catalog);
    },
    async restore() {
      await storage.write(file, '');
      models.use(builtIn);
    },
  };
}
