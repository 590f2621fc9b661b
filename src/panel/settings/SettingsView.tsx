import type { CatalogSource, LearnedLine, Settings } from '../../app/state';
import { strings } from '../strings';
import { Checkbox } from '../widgets/Checkbox';
import { CatalogChoice } from './CatalogChoice';
import { LearnedList } from './LearnedList';

export interface SettingsViewProps {
  readonly settings: Settings;
  readonly learned: readonly LearnedLine[];
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onForgetLearned: () => void;
  readonly catalog: CatalogSource;
  readonly onImportCatalog: () => void;
  readonly onRestoreCatalog: () => void;
}

export function SettingsView({
  settings,
  learned,
  onChange,
  onForgetLearned,
  catalog,
  onImportCatalog,
  onRestoreCatalog,
}: SettingsViewProps) {
  return (
    <div className="scroll">
      <div className="setting">
        <Checkbox
          label={strings.placeAutomatically}
          state={settings.placeAutomatically ? 'on' : 'off'}
          onChange={(state) => onChange({ placeAutomatically: state === 'on' })}
        />
        <div className="setting-text">{strings.placeAutomaticallyText}</div>
      </div>
      <div className="setting section-ruled">
        <Checkbox
          label={strings.actionsWait}
          state={settings.actionsWait ? 'on' : 'off'}
          onChange={(state) => onChange({ actionsWait: state === 'on' })}
        />
        <div className="setting-text">{strings.actionsWaitText}</div>
      </div>
      <CatalogChoice source={catalog} onImport={onImportCatalog} onRestore={onRestoreCatalog} />
      <LearnedList lines={learned} onForget={onForgetLearned} />
    </div>
  );
}
