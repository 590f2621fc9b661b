import { useState } from 'react';
import type { Commands } from '../../app/commands';
import type { AppState } from '../../app/state';
import { strings } from '../strings';
import { Button } from '../widgets/Button';
import { Picker } from '../widgets/Picker';
import { ModelMenu } from './ModelMenu';
import { Route } from './Route';
import { VariantMenu } from './VariantMenu';
import { WhyNot } from './WhyNot';

export interface RunFootProps {
  readonly state: AppState;
  /** Whether the retoucher has chosen the model. */
  readonly chosenBy: 'inlay' | 'you';
  readonly commands: Commands;
}

/** Who would do it, why, at which scale and price; or why it cannot be done now. It never scrolls. */
export function RunFoot({ state, chosenBy, commands }: RunFootProps) {
  const { offer, draft } = state;
  const [menu, setMenu] = useState<'models' | 'variants' | 'none'>('none');
  const toggle = (wanted: 'models' | 'variants') => setMenu(menu === wanted ? 'none' : wanted);
  const close = () => setMenu('none');
  return (
    <div className="foot">
      {menu === 'models' && offer.kind === 'ready' && (
        <ModelMenu
          offer={offer}
          operation={draft.operation}
          chosenBy={chosenBy}
          onClose={close}
          onChoose={(model) => {
            close();
            commands.chooseModel(model);
          }}
          onPin={(model) => {
            close();
            commands.pinModel(model);
          }}
        />
      )}
      {menu === 'variants' && (
        <VariantMenu
          variants={draft.variants}
          seed={draft.seed}
          onChange={(change) => commands.changeDraft(change)}
          onClose={close}
        />
      )}
      <div className="foot-text">
        {offer.kind === 'ready' ? (
          <Route offer={offer} chosenBy={chosenBy} menu={menu} onToggleMenu={() => toggle('models')} />
        ) : (
          <WhyNot offer={offer} chosenBy={chosenBy} commands={commands} />
        )}
      </div>
      <div className="actions">
        <Picker
          className="variants-picker"
          label={strings.variants}
          value={strings.variantCount(draft.variants)}
          onPress={() => toggle('variants')}
        />
        <Button
          variant="cta"
          state={offer.kind === 'ready' ? 'enabled' : 'disabled'}
          className="grow"
          title={strings.runTitle}
          onPress={() => commands.run()}
        >
          {offer.kind === 'ready' ? strings.runFor(offer.price) : strings.run}
        </Button>
      </div>
    </div>
  );
}
