import type { Result } from '../../app/state';
import { Icon } from '../widgets/Icon';

/** Whether a result fits, in one sentence, and what was measured. */
export function Findings({ verdict, measures }: Pick<Result, 'verdict' | 'measures'>) {
  return (
    <>
      <div className="finding">
        <Icon name={verdict.kind === 'fits' ? 'status-ok' : 'status-notice'} />
        <div className="grow">{verdict.sentence}</div>
      </div>
      <div className="measures section-tight">
        {measures.map(({ label, value }) => (
          <div key={label} className="measure">
            <div>{value}</div>
            <div className="small secondary">{label}</div>
          </div>
        ))}
      </div>
    </>
  );
}
