import type { LearnedLine, Settings } from '../../app/state';
import { strings } from '../strings';
import { Checkbox } from '../widgets/Checkbox';
import { LearnedList } from './LearnedList';

export interface SettingsViewProps {
  readonly settings: Settings;
  readonly learned: readonly LearnedLine[];
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onForgetLearned: () => void;
}

export function SettingsView({ settings, learned, onChange, onForgetLearned }: SettingsViewProps) {
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
      <LearnedList lines={learned} onForget={onForgetLearned} />
    </div>
  );
}
