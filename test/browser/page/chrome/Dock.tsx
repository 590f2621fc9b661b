import type { Desk, DeskState } from '../desk';
import { HistoryList } from './HistoryList';
import { LayerList } from './LayerList';

/** Layers and history, as Photoshop's own panels show them. */
export function Dock({ desk, state }: { readonly desk: Desk; readonly state: DeskState }) {
  return (
    <aside className="dock" aria-label="Layers and history">
      <section className="dock-part dock-layers">
        <div className="strip">
          <h2 className="strip-tab">Layers</h2>
        </div>
        <div className="dock-list" data-role="layers">
          {state.document && <LayerList desk={desk} document={state.document} />}
        </div>
      </section>
      <section className="dock-part">
        <div className="strip">
          <h2 className="strip-tab">History</h2>
        </div>
        <div className="dock-list" data-role="history">
          <HistoryList desk={desk} history={state.history} at={state.historyState} />
        </div>
      </section>
    </aside>
  );
}
