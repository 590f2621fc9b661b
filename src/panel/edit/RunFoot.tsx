import type { Offer } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Button } from '../widgets/Button';
import { Icon } from '../widgets/Icon';

export interface RunFootProps {
  readonly offer: Offer;
  readonly onRun: () => void;
  readonly onShowResults: () => void;
}

/** Who would do it, why, at which scale and price; or why it cannot be done now. It never scrolls. */
export function RunFoot({ offer, onRun, onShowResults }: RunFootProps) {
  return (
    <div className="foot">
      <div className="foot-text">
        <Reason offer={offer} onShowResults={onShowResults} />
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

function Reason({ offer, onShowResults }: Omit<RunFootProps, 'onRun'>) {
  switch (offer.kind) {
    case 'ready':
      return <Route {...offer} />;
    case 'blocked':
      return <Obstacle title={offer.why.title} remedy={offer.why.remedy} />;
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

function Route({ model, reason, scale, price }: Extract<Offer, { kind: 'ready' }>) {
  return (
    <>
      <div className="grow">
        <div className="strong one-line">{model}</div>
        <div className="one-line">{strings.route(reason, scale)}</div>
      </div>
      <div className="route-side">
        <div className="strong">{price}</div>
        <span className="key">{strings.runKey}</span>
      </div>
    </>
  );
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
