import { useState } from 'react';
import type { Settings } from '../../app/state';
import { strings } from '../strings';
import { Menu } from '../widgets/Menu';
import { Picker } from '../widgets/Picker';

export interface PolicyChoiceProps extends Pick<Settings, 'policy'> {
  readonly onChange: (policy: Settings['policy']) => void;
}

const policies: readonly Settings['policy'][] = ['best', 'cheapest', 'fastest', 'private'];

/** How a model is chosen where several can do an edit. */
export function PolicyChoice({ policy, onChange }: PolicyChoiceProps) {
  const [menu, setMenu] = useState<'open' | 'closed'>('closed');
  return (
    <div className="section-ruled">
      <div className="line">
        <h2 className="section-title">{strings.chooseModelsBy}</h2>
        <Picker
          className="setting-picker"
          label={strings.chooseModelsBy}
          value={strings.policies[policy]}
          onPress={() => setMenu(menu === 'open' ? 'closed' : 'open')}
        />
      </div>
      {menu === 'open' && (
        <Menu
          label={strings.chooseModelsBy}
          items={policies.map((id) => ({ id, label: strings.policies[id], note: strings.policyNotes[id] }))}
          chosen={policy}
          onClose={() => setMenu('closed')}
          onChoose={(chosen) => {
            setMenu('closed');
            onChange(chosen);
          }}
        />
      )}
      {policy === 'private' && <div className="setting-text">{strings.privateText}</div>}
    </div>
  );
}
