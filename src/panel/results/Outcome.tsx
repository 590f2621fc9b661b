import { explain } from '../../app/explain';
import type { Job } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Notice } from '../widgets/Notice';

export interface OutcomeProps {
  readonly job: Job;
  readonly onRetry: () => void;
}

/** What became of a job that ended without a result. */
export function Outcome({ job, onRetry }: OutcomeProps) {
  return (
    <div className="outcome">
      <div className="line one-line">{strings.jobTitle(job.operation, job.documentTitle)}</div>
      <OutcomeNotice state={job.state} onRetry={onRetry} />
    </div>
  );
}

function OutcomeNotice({ state, onRetry }: Pick<Job, 'state'> & Pick<OutcomeProps, 'onRetry'>) {
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
