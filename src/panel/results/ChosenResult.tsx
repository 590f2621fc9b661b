import type { Result } from '../../app/state';
import { strings } from '../strings';
import { useKeys } from '../useKeys';
import { Compare } from './Compare';
import { Findings } from './Findings';
import { Tray, type TrayProps } from './Tray';

/** One result, large and judged, above the tray of all that wait for a decision. Left and Right choose. */
export function ChosenResult({ chosen, results, onChoose }: TrayProps) {
  const index = results.indexOf(chosen);
  const choose = (result: Result | undefined) => () => {
    if (result !== undefined) onChoose(result.id);
  };
  useKeys({ ArrowLeft: choose(results[index - 1]), ArrowRight: choose(results[index + 1]) });
  return (
    <>
      <Compare result={chosen} />
      <div className="columns result-columns">
        <div className="column">
          <Tray chosen={chosen} results={results} onChoose={onChoose} />
          <div className="stage-caption">
            <span className="grow one-line">{strings.jobTitle(chosen.operation, chosen.documentTitle)}</span>
            <span className="button-gap">{strings.cost(chosen.model, chosen.price)}</span>
          </div>
        </div>
        <div className="column">
          <Findings verdict={chosen.verdict} measures={chosen.measures} />
        </div>
      </div>
    </>
  );
}
