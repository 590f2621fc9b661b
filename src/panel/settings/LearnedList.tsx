import type { LearnedLine } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';

export interface LearnedListProps {
  readonly lines: readonly LearnedLine[];
  readonly onForget: () => void;
}

/** What the choice of models has learned, to be looked at and forgotten. */
export function LearnedList({ lines, onForget }: LearnedListProps) {
  return (
    <div className="setting section-ruled">
      <div className="section-head">
        <h2 className="section-title">{strings.learned}</h2>
        {lines.length > 0 && (
          <ActionButton className="" title={strings.forgetLearnedTitle} onPress={onForget}>
            {strings.forgetLearned}
          </ActionButton>
        )}
      </div>
      <div className="setting-text">{lines.length === 0 ? strings.learnedNothing : strings.learnedText}</div>
      {lines.map(({ model, wishes, kept, results }) => (
        <div key={`${model} ${wishes}`} className="fact">
          <span className="grow one-line">{strings.learnedLine(model, wishes)}</span>
          <span className="small secondary">{strings.learnedKept(kept, results)}</span>
        </div>
      ))}
    </div>
  );
}
