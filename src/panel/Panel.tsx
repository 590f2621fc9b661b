import { EditView } from './edit/EditView';
import { DocumentLine } from './frame/DocumentLine';
import { NoticeBar } from './frame/NoticeBar';
import { Tabs } from './frame/Tabs';
import { isUnderWay } from './isUnderWay';
import { ResultsView } from './results/ResultsView';
import { SettingsView } from './settings/SettingsView';
import { type PanelApp, useApp } from './useApp';
import { useKeys } from './useKeys';

/** The whole panel: tabs, the document in front, one view, and news that belongs to no view. */
export function Panel({ app }: { readonly app: PanelApp }) {
  const { commands } = app;
  const state = useApp(app);
  useKeys({
    'Mod+Enter': state.offer.kind === 'ready' ? () => commands.run() : undefined,
    Escape: isUnderWay(state.job) ? () => commands.cancel() : undefined,
    'Mod+1': () => commands.show('edit'),
    'Mod+2': () => commands.show('results'),
    'Mod+,': () => commands.show('settings'),
  });
  return (
    <div className="panel">
      <Tabs view={state.view} undecided={state.results.length} onShow={(view) => commands.show(view)} />
      <DocumentLine document={state.document} />
      {state.view === 'edit' && <EditView state={state} commands={commands} />}
      {state.view === 'results' && <ResultsView key={state.job?.id} state={state} commands={commands} />}
      {state.view === 'settings' && <SettingsView state={state} commands={commands} />}
      <NoticeBar notice={state.notice} onClose={() => commands.dismissNotice()} />
    </div>
  );
}
