import type { Commands } from '../../app/commands';
import type { AppState } from '../../app/state';
import { strings } from '../strings';
import { Checkbox } from '../widgets/Checkbox';
import { CatalogChoice } from './CatalogChoice';
import { GrainChoice } from './GrainChoice';
import { LearnedList } from './LearnedList';
import { PolicyChoice } from './PolicyChoice';
import { ServiceList } from './ServiceList';
import { SpendingView } from './SpendingView';

export interface SettingsViewProps {
  readonly state: AppState;
  readonly commands: Commands;
}

/** Who can be asked, how a model is chosen, what may be spent, and how results are placed. */
export function SettingsView({ state, commands }: SettingsViewProps) {
  const { settings, services, spending, learned, catalog } = state;
  return (
    <div className="scroll">
      <ServiceList services={services} settings={settings} commands={commands} />
      <PolicyChoice policy={settings.policy} onChange={(policy) => commands.changeSettings({ policy })} />
      <SpendingView
        spending={spending}
        settings={settings}
        onChange={(change) => commands.changeSettings(change)}
        onBeginLedger={() => commands.beginLedger()}
      />
      <GrainChoice grain={settings.grain} onChange={(grain) => commands.changeSettings({ grain })} />
      <div className="setting section-ruled">
        <Checkbox
          label={strings.placeAutomatically}
          state={settings.placeAutomatically ? 'on' : 'off'}
          onChange={(state) => commands.changeSettings({ placeAutomatically: state === 'on' })}
        />
        <div className="setting-text">{strings.placeAutomaticallyText}</div>
      </div>
      <div className="setting section-ruled">
        <Checkbox
          label={strings.actionsWait}
          state={settings.actionsWait ? 'on' : 'off'}
          onChange={(state) => commands.changeSettings({ actionsWait: state === 'on' })}
        />
        <div className="setting-text">{strings.actionsWaitText}</div>
      </div>
      <CatalogChoice
        source={catalog}
        onImport={() => commands.importCatalog()}
        onRestore={() => commands.restoreCatalog()}
      />
      <LearnedList lines={learned} onForget={() => commands.forgetLearned()} />
    </div>
  );
}
