import { useState } from 'react';
import type { Addition, Edits, HelperId } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Chip } from '../widgets/Chip';
import { TextArea } from '../widgets/TextArea';
import { heightFor } from './heightFor';

export interface AdditionsProps {
  readonly additions: readonly Addition[];
  readonly edits: Edits;
  readonly onEdit: (edits: Edits) => void;
  readonly onReadLook: () => void;
}

/** What goes out besides the prompt, in full: each part can be left out, and its words changed. */
export function Additions({ additions, edits, onEdit, onReadLook }: AdditionsProps) {
  const [words, setWords] = useState<'read' | 'edit'>('read');
  const shown = inOrder(additions, edits);
  if (shown.length === 0) return null;
  const edit = (helper: HelperId, to: Edits[HelperId]) => onEdit({ ...edits, [helper]: to });
  return (
    <div className="section-tight">
      <div className="section-head">
        <h2 className="section-title">{strings.additions}</h2>
        {additions.length > 0 && (
          <ActionButton
            className=""
            title={strings.editAdditionsTitle}
            onPress={() => setWords(words === 'edit' ? 'read' : 'edit')}
          >
            {words === 'edit' ? strings.readAdditions : strings.editAdditions}
          </ActionButton>
        )}
      </div>
      <div className="wrap">
        {shown.map(({ helper, text }) => (
          <Chip
            key={helper}
            label={strings.helpers[helper]}
            state={text === '' ? 'off' : 'on'}
            onPress={() => edit(helper, text === '' ? undefined : '')}
          />
        ))}
      </div>
      {words === 'read' && <div className="added-text">{additions.map(({ text }) => text).join(' ')}</div>}
      {words === 'edit' &&
        shown
          .filter(({ text }) => text !== '')
          .map(({ helper, text, unedited }) => (
            <div key={helper} className="addition">
              <div className="small secondary">{strings.helpers[helper]}</div>
              <TextArea
                label={strings.helpers[helper]}
                placeholder=""
                value={text}
                className={`prompt ${heightFor(text)}`}
                onType={(typed) => edit(helper, typed === '' ? '' : { instead: unedited, text: typed })}
              />
            </div>
          ))}
      {shown.some(({ helper }) => helper === 'light' || helper === 'grade') && (
        <div className="section-tight wrap">
          <ActionButton className="" title={strings.readLookTitle} onPress={onReadLook}>
            {strings.readLook}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

const helperIds: readonly HelperId[] = ['numbering', 'mask', 'text', 'hands', 'strength', 'light', 'grade', 'keep'];

/** What is added, and what was left out, which can be put back. */
function inOrder(additions: readonly Addition[], edits: Edits): readonly Addition[] {
  return helperIds.flatMap((helper) => {
    if (edits[helper] === '') return [{ helper, text: '', unedited: '' }];
    return additions.filter((addition) => addition.helper === helper);
  });
}
