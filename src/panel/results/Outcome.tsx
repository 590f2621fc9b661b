import { explain } from '../../app/explain';
import type { Job, Offer } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Notice } from '../widgets/Notice';

export interface OutcomeProps {
  readonly job: Job;
  /** Trying again is offered only while it can be done. */
  readonly offer: Offer;
  readonly onRetry: () => void;
}

/** What became of a job that ended without a result. */
export function Outcome({ job, offer, onRetry }: OutcomeProps) {
  return (
    <div className="outcome">
      <div className="line one-line">{strings.jobTitle(job.operation, job.documentTitle)}</div>
      <OutcomeNotice state={job.state} offer={offer} onRetry={onRetry} />
    </div>
  );
}

function OutcomeNotice({ state, offer, onRetry }: Pick<Job, 'state'> & Omit<OutcomeProps, 'job'>) {
  if (state.kind === 'cancelled') {
    return <Notice kind="note" icon="info" title={strings.canceledTitle} text={strings.canceledText} />;
  }
  if (state.kind === 'abandoned') {
    return <Notice kind="note" icon="info" title={strings.canceledTitle} text={strings.abandonedText} />;
  }
  if (state.kind !== 'failed') return null;
  const { title, remedy, action } = explain(state.error);
  const canRetry = action === 'retry' && offer.kind === 'ready';
  if (!canRetry) return <Notice kind="error" icon="status-error" title={title} text={remedy} />;
  return (
    <Notice kind="error" icon="status-error" title={title} text={remedy}>
      <ActionButton className="" title={strings.tryAgain} onPress={onRetry}>
        {strings.tryAgain}
      </ActionButton>
    </Notice>
  );
}
