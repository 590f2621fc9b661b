import type { AppState } from '../../app/state';
import { strings } from '../strings';
import { PictureRow } from './PictureRow';

/** Results of earlier edits that wait while another edit runs. */
export function UndecidedList({ results }: Pick<AppState, 'results'>) {
  if (results.length === 0) return null;
  return (
    <div className="section-ruled">
      <div className="section-head">
        <h2 className="section-title">{strings.undecided}</h2>
      </div>
      {results.map(({ id, operation, documentTitle, after, model, price }) => (
        <PictureRow
          key={id}
          picture={after}
          title={strings.jobTitle(operation, documentTitle)}
          detail={strings.cost(model, price)}
        />
      ))}
    </div>
  );
}
