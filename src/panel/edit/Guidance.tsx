import { strings } from '../strings';
import { Notice } from '../widgets/Notice';

/** What a newcomer needs to know: it works as it is, in three steps. */
export function Guidance() {
  return (
    <div className="section">
      <Notice kind="note" icon="offline" title={strings.offlineTitle} text={strings.offlineText} />
      <div className="section-tight">
        {strings.firstSteps.map((step, index) => (
          <div key={step} className="step">
            <span className="step-number">{index + 1}</span>
            <span className="grow">{step}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
