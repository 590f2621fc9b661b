import { useState } from 'react';
import type { Offer } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Button } from '../widgets/Button';
import { Icon } from '../widgets/Icon';
import { ModelMenu } from './ModelMenu';

export interface RunFootProps {
  readonly offer: Offer;
  /** Whether the retoucher has chosen the model. */
  readonly chosenBy: 'inlay' | 'you';
  readonly onRun: () => void;
  readonly onShowResults: () => void;
  /** `auto`, or the id of a model. */
  readonly onChooseModel: (model: string) => void;
}

/** Who would do it, why, at which scale and price; or why it cannot be done now. It never scrolls. */
export function RunFoot({ offer, chosenBy, onRun, onShowResults, onChooseModel }: RunFootProps) {
  const [menu, setMenu] = useState<'open' | 'closed'>('closed');
  const choose = (model: string) => {
    setMenu('closed');
    onChooseModel(model);
  };
  return (
    <div className="foot">
      {menu === 'open' && offer.kind === 'ready' && (
        <ModelMenu choices={offer.choices} chosenBy={chosenBy} onChoose={choose} />
      )}
      <div className="foot-text">
        <Reason
          offer={offer}
          chosenBy={chosenBy}
          menu={menu}
          onToggleMenu={() => setMenu(menu === 'open' ? 'closed' : 'open')}
          onShowResults={onShowResults}
          onChooseModel={choose}
        />
      </div>
      <div className="actions">
        <Button
          variant="cta"
          state={offer.kind === 'ready' ? 'enabled' : 'disabled'}
          className="grow"
          title={strings.runTitle}
          onPress={onRun}
        >
          {offer.kind === 'ready' ? strings.runFor(offer.price) : strings.run}
        </Button>
      </div>
    </div>
  );
}

interface MenuProps {
  readonly menu: 'open' | 'closed';
  readonly onToggleMenu: () => void;
}

function Reason({ offer, chosenBy, onShowResults, onChooseModel, ...menu }: Omit<RunFootProps, 'onRun'> & MenuProps) {
  switch (offer.kind) {
    case 'ready':
      return <Route {...offer} {...menu} chosenBy={chosenBy} />;
    case 'blocked':
      return (
        <>
          <Obstacle title={offer.why.title} remedy={offer.why.remedy} />
          {chosenBy === 'you' && (
            <ActionButton
              className="button-gap"
              title={strings.letInlayChooseNote}
              onPress={() => onChooseModel('auto')}
            >
              {strings.letInlayChoose}
            </ActionButton>
          )}
        </>
      );
    case 'running':
      return (
        <>
          <Obstacle title={strings.busyTitle} remedy={strings.busyRemedy} />
          <ActionButton className="button-gap" title={strings.show} onPress={onShowResults}>
            {strings.show}
          </ActionButton>
        </>
      );
  }
}

type Ready = Extract<Offer, { kind: 'ready' }>;

function Route({
  model,
  reason,
  scale,
  price,
  objection,
  runnerUp,
  choices,
  chosenBy,
  menu,
  onToggleMenu,
}: RouteProps) {
  return (
    <>
      <div className="grow">
        <div className="strong one-line">{model}</div>
        <div className="one-line">{objection === undefined ? strings.route(reason, scale) : objection.title}</div>
        {runnerUp !== undefined && (
          <div className="small secondary one-line">{strings.runnerUp(runnerUp.label, runnerUp.price)}</div>
        )}
      </div>
      <div className="route-side">
        <div className="strong">{price}</div>
        {choices.every(({ state }) => state === 'disabled') && chosenBy === 'inlay' ? (
          <span className="key">{strings.runKey}</span>
        ) : (
          <ActionButton className="" title={strings.changeModelTitle} onPress={onToggleMenu}>
            {menu === 'open' ? strings.closeModels : strings.changeModel}
          </ActionButton>
        )}
      </div>
    </>
  );
}

interface RouteProps extends Ready, MenuProps {
  readonly chosenBy: RunFootProps['chosenBy'];
}

function Obstacle({ title, remedy }: { readonly title: string; readonly remedy: string }) {
  return (
    <div className="run-reason" role="status">
      <Icon name="info" />
      <div className="grow">
        <div className="strong">{title}</div>
        <div>{remedy}</div>
      </div>
    </div>
  );
}
