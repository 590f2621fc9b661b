import type { AppState } from '../../app/state';
import { strings } from '../strings';
import { Choices } from '../widgets/Choices';
import { Icon } from '../widgets/Icon';

export interface TabsProps {
  readonly view: AppState['view'];
  /** How many results are neither placed nor discarded. */
  readonly undecided: number;
  readonly onShow: (view: AppState['view']) => void;
}

export function Tabs({ view, undecided, onShow }: TabsProps) {
  const { edit, results, settings } = strings.tabs;
  return (
    <Choices
      kind="tabs"
      label={strings.product}
      chosen={view}
      onChoose={onShow}
      choices={[
        { id: 'edit', title: edit, content: edit },
        { id: 'results', title: results, content: <WithCount label={results} count={undecided} /> },
        { id: 'settings', title: settings, content: <Icon name="gear" /> },
      ]}
    />
  );
}

function WithCount({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <>
      {label}
      {count > 0 && <span className="nav-count">{count}</span>}
    </>
  );
}
