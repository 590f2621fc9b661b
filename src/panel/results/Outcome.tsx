import { explain } from '../../app/explain';
import type { Job } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Notice } from '../widgets/Notice';

export interface OutcomeProps {
  readonly state: Job['state'];
  readonly onRetry: () => void;
}

/** What became of a job that ended without a result; nothing for any other. */
export function Outcome({ state, onRetry }: OutcomeProps) {
  if (state.kind === 'cancelled') {
    return <Notice kind="note" icon="info" title={strings.canceledTitle} text={strings.canceledText} />;
  }
  if (state.kind !== 'failed') return null;
  const { title, remedy, action } = explain(state.error);
  if (action === undefined) return <Notice kind="error" icon="status-error" title={title} text={remedy} />;
  return (
    <Notice kind="error" icon="status-error" title={title} text={remedy}>
      <ActionButton className="" title={strings.tryAgain} onPress={onRetry}>
        {strings.tryAgain}
      </ActionButton>
    </Notice>
  );
}
