import type { CatalogSource } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';

export interface CatalogChoiceProps {
  readonly source: CatalogSource;
  readonly onImport: () => void;
  readonly onRestore: () => void;
}

/** Where the models come from: built in, or a file that brings newer ones. */
export function CatalogChoice({ source, onImport, onRestore }: CatalogChoiceProps) {
  return (
    <div className="setting section-ruled">
      <div className="section-head">
        <h2 className="section-title">{strings.catalog}</h2>
        <ActionButton className="" title={strings.importCatalogTitle} onPress={onImport}>
          {strings.importCatalog}
        </ActionButton>
      </div>
      <div className="setting-text">{strings.catalogText[source]}</div>
      {source === 'file' && (
        <ActionButton className="" title={strings.restoreCatalog} onPress={onRestore}>
          {strings.restoreCatalog}
        </ActionButton>
      )}
    </div>
  );
}
