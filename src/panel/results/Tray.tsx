import type { Result } from '../../app/state';
import { strings } from '../strings';
import { Choices } from '../widgets/Choices';
import { Icon } from '../widgets/Icon';
import { FittedPicture } from './FittedPicture';

export interface TrayProps {
  readonly chosen: Result;
  /** Newest first; `chosen` is one of them. */
  readonly results: readonly Result[];
  readonly onChoose: (id: Result['id']) => void;
}

/** The results that wait for a decision, as tiles with their verdict. */
export function Tray({ chosen, results, onChoose }: TrayProps) {
  return (
    <Choices
      kind="tiles"
      label={strings.results}
      chosen={chosen.id}
      onChoose={onChoose}
      choices={results.map((result, index) => ({
        id: result.id,
        title: strings.resultOf(strings.jobTitle(result.operation, result.documentTitle), badgeOf(result)),
        content: <Tile result={result} number={index + 1} />,
      }))}
    />
  );
}

function Tile({ result, number }: { readonly result: Result; readonly number: number }) {
  return (
    <div className="variant-picture">
      <FittedPicture shape={result.after} tallest={66}>
        <img className="fitted-image" src={result.after.address} alt="" />
      </FittedPicture>
      <span className="variant-number on-photo">{number}</span>
      <span className="variant-badge on-photo">
        <Icon name={result.verdict.kind === 'fits' ? 'status-ok' : 'status-notice'} />
        {badgeOf(result)}
      </span>
    </div>
  );
}

function badgeOf({ verdict }: Result): string {
  return verdict.kind === 'fits' ? strings.fits : verdict.badge;
}
