import type { Offer } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';

export interface RouteProps {
  readonly offer: Extract<Offer, { kind: 'ready' }>;
  readonly chosenBy: 'inlay' | 'you';
  readonly menu: 'models' | 'variants' | 'none';
  readonly onToggleMenu: () => void;
}

/** The model with its reason and scale, the runner-up, and the price of one variant. */
export function Route({ offer, chosenBy, menu, onToggleMenu }: RouteProps) {
  const { model, reason, scale, price, priceEach, objection, runnerUp, choices } = offer;
  const isOnlyOne = choices.every(({ state }) => state === 'disabled') && chosenBy === 'inlay';
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
        <div className="strong">{price === priceEach ? price : strings.each(priceEach)}</div>
        {isOnlyOne && choices.length === 0 ? (
          <span className="key">{strings.runKey}</span>
        ) : (
          <ActionButton className="" title={strings.changeModelTitle} onPress={onToggleMenu}>
            {menu === 'models' ? strings.closeModels : strings.changeModel}
          </ActionButton>
        )}
      </div>
    </>
  );
}
