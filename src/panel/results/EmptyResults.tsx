import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';

export function EmptyResults({ onGoToEdit }: { readonly onGoToEdit: () => void }) {
  return (
    <div className="section">
      <h2 className="section-title">{strings.emptyTitle}</h2>
      <div className="section-tight">{strings.emptyText}</div>
      <div className="section-tight wrap">
        <ActionButton className="" title={strings.backToEdit} onPress={onGoToEdit}>
          {strings.backToEdit}
        </ActionButton>
      </div>
    </div>
  );
}
