import type { Result } from '../../app/state';
import { strings } from '../strings';
import { useKeys } from '../useKeys';
import { Compare } from './Compare';
import { Findings } from './Findings';
import { Tray, type TrayProps } from './Tray';

/** One result, large and judged, beside the tray of all that wait for a decision. Left and Right choose. */
export function ChosenResult({ chosen, results, onChoose }: TrayProps) {
  const index = results.indexOf(chosen);
  const choose = (result: Result | undefined) => () => {
    if (result !== undefined) onChoose(result.id);
  };
  useKeys({ ArrowLeft: choose(results[index - 1]), ArrowRight: choose(results[index + 1]) });
  return (
    <div className="columns">
      <div className="column">
        <Compare result={chosen} />
      </div>
      <div className="column section-tight">
        <Tray chosen={chosen} results={results} onChoose={onChoose} />
        <div className="stage-caption">
          <span className="grow one-line">{strings.jobTitle(chosen.operation, chosen.documentTitle)}</span>
          <span className="button-gap">{strings.cost(chosen.model, chosen.price)}</span>
        </div>
        <Findings verdict={chosen.verdict} measures={chosen.measures} />
      </div>
    </div>
  );
}
