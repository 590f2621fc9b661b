import { useState } from 'react';
import type { Settings } from '../../app/state';
import { strings } from '../strings';
import { Menu } from '../widgets/Menu';
import { Picker } from '../widgets/Picker';

export interface GrainChoiceProps extends Pick<Settings, 'grain'> {
  readonly onChange: (grain: Settings['grain']) => void;
}

const choices: readonly Settings['grain'][] = ['off', 'subtle', 'full'];

/** Whether results are made as sharp and as grainy as what lies around them. */
export function GrainChoice({ grain, onChange }: GrainChoiceProps) {
  const [menu, setMenu] = useState<'open' | 'closed'>('closed');
  return (
    <div className="section-ruled">
      <div className="line">
        <h2 className="section-title">{strings.matchGrain}</h2>
        <Picker
          className="setting-picker"
          label={strings.matchGrain}
          value={strings.grains[grain]}
          onPress={() => setMenu(menu === 'open' ? 'closed' : 'open')}
        />
      </div>
      {menu === 'open' && (
        <Menu
          label={strings.matchGrain}
          items={choices.map((id) => ({ id, label: strings.grains[id], note: strings.grainNotes[id] }))}
          chosen={grain}
          onClose={() => setMenu('closed')}
          onChoose={(chosen) => {
            setMenu('closed');
            onChange(chosen);
          }}
        />
      )}
    </div>
  );
}
