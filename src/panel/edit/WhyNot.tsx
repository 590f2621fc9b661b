import type { Commands } from '../../app/commands';
import type { Offer } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Icon } from '../widgets/Icon';

export interface WhyNotProps {
  readonly offer: Exclude<Offer, { kind: 'ready' }>;
  readonly chosenBy: 'inlay' | 'you';
  readonly commands: Commands;
}

/** Why Run cannot be pressed, what to do, and the one thing here that helps. */
export function WhyNot({ offer, chosenBy, commands }: WhyNotProps) {
  if (offer.kind === 'running') {
    return (
      <>
        <Obstacle title={strings.busyTitle} remedy={strings.busyRemedy} />
        <ActionButton className="button-gap" title={strings.show} onPress={() => commands.show('results')}>
          {strings.show}
        </ActionButton>
      </>
    );
  }
  const { title, remedy, action } = offer.why;
  return (
    <>
      <Obstacle title={title} remedy={remedy} />
      {action === 'settings' && (
        <ActionButton className="button-gap" title={strings.openSettings} onPress={() => commands.show('settings')}>
          {strings.tabs.settings}
        </ActionButton>
      )}
      {action !== 'settings' && chosenBy === 'you' && (
        <ActionButton
          className="button-gap"
          title={strings.letInlayChooseNote}
          onPress={() => commands.chooseModel('auto')}
        >
          {strings.letInlayChoose}
        </ActionButton>
      )}
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
