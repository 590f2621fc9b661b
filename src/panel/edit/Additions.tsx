import type { Addition, Edits, HelperId } from '../../app/state';
import { strings } from '../strings';
import { Checkbox } from '../widgets/Checkbox';
import { TextArea } from '../widgets/TextArea';

export interface AdditionsProps {
  readonly additions: readonly Addition[];
  readonly edits: Edits;
  readonly onEdit: (edits: Edits) => void;
}

/** What goes out besides the prompt, in full: each part can be changed or left out. */
export function Additions({ additions, edits, onEdit }: AdditionsProps) {
  const struck = helperIds.filter((helper) => edits[helper] === '').map((helper) => ({ helper, text: '' }));
  const shown = [...additions, ...struck];
  if (shown.length === 0) return null;
  return (
    <div className="section-tight">
      <div className="section-head">
        <h2 className="section-title">{strings.additions}</h2>
      </div>
      <div className="small secondary">{strings.additionsText}</div>
      {helperIds.flatMap((id) =>
        shown
          .filter(({ helper }) => helper === id)
          .map(({ helper, text }) => (
            <Part key={helper} helper={helper} text={text} onEdit={(edit) => onEdit({ ...edits, [helper]: edit })} />
          )),
      )}
    </div>
  );
}

const helperIds: readonly HelperId[] = ['numbering', 'mask', 'text', 'hands', 'strength', 'light', 'grade', 'keep'];

interface PartProps extends Addition {
  /** Nothing puts the helper's own words back. */
  readonly onEdit: (text: string | undefined) => void;
}

function Part({ helper, text, onEdit }: PartProps) {
  const label = strings.helpers[helper];
  return (
    <div className="addition">
      <Checkbox
        label={label}
        state={text === '' ? 'off' : 'on'}
        onChange={(state) => onEdit(state === 'on' ? undefined : '')}
      />
      {text !== '' && <TextArea label={label} placeholder="" value={text} className="addition-text" onType={onEdit} />}
    </div>
  );
}
