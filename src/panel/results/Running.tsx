import { type Job, type Step, steps } from '../../app/state';
import { strings } from '../strings';
import { Button } from '../widgets/Button';
import { Icon } from '../widgets/Icon';
import { Progress } from '../widgets/Progress';
import { shareOfJob } from './shareOfJob';

/** A job under way: how far, how long, and each step with its time. */
export function Running({ job }: { readonly job: Job }) {
  const share = job.state.kind === 'running' ? shareOfJob(job.state.step, job.state.progress) : 0;
  const elapsed = job.steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return (
    <div className="columns">
      <div className="column">
        <div className="line one-line">{strings.jobTitle(job.operation, job.documentTitle)}</div>
        <Progress label={strings.jobTitle(job.operation, job.documentTitle)} share={share} />
        <div className="line">
          <span className="grow strong">{stateLine(job.state, share)}</span>
          <span>{strings.elapsed(elapsed)}</span>
        </div>
      </div>
      <div className="column section-tight">
        {steps
          .filter((step) => isShown(step, job))
          .map((step) => (
            <StepLine key={step} step={step} job={job} />
          ))}
      </div>
    </div>
  );
}

function stateLine(state: Job['state'], share: number): string {
  if (state.kind === 'waiting') return strings.waiting;
  if (state.kind === 'running' && state.place !== undefined) return strings.queued(state.place);
  return strings.progress(share);
}

/** Placing is a step of its own only where a job does it: otherwise the retoucher decides about it later. */
function isShown(step: Step, job: Job): boolean {
  return step !== 'place' || job.steps.some((begun) => begun.step === 'place');
}

function StepLine({ step, job }: { readonly step: Step; readonly job: Job }) {
  const time = job.steps.find((begun) => begun.step === step);
  const isCurrent = job.state.kind === 'running' && job.state.step === step;
  const phase = phaseOf(isCurrent, time !== undefined);
  return (
    <div className="step">
      <span className="step-mark">{marks[phase]}</span>
      <span className={`grow step-${phase}`}>{strings.steps[step]}</span>
      <span className="step-time">{time === undefined ? '' : strings.duration(time.milliseconds)}</span>
    </div>
  );
}

function phaseOf(isCurrent: boolean, hasBegun: boolean): 'current' | 'done' | 'ahead' {
  if (isCurrent) return 'current';
  return hasBegun ? 'done' : 'ahead';
}

const marks = {
  current: <span className="step-dot step-dot-current" />,
  done: <Icon name="check" />,
  ahead: <span className="step-dot" />,
};

/** Cancel, beside what canceling costs. */
export function RunningFoot({ onCancel }: { readonly onCancel: () => void }) {
  return (
    <div className="foot">
      <div className="actions">
        <span className="grow small secondary">{strings.cancelCost}</span>
        <Button
          variant="secondary"
          state="enabled"
          className="button-gap"
          title={strings.cancelTitle}
          onPress={onCancel}
        >
          {strings.cancel}
        </Button>
      </div>
    </div>
  );
}
