import { createRoot } from 'react-dom/client';
import { Panel } from './Panel';
import type { PanelApp } from './useApp';

/** Shows the app in an element that is the panel's own. Answers how to take it away again. */
export function mountPanel(root: HTMLElement, app: PanelApp): () => void {
  root.classList.add('panel-root');
  const reactRoot = createRoot(root);
  reactRoot.render(<Panel app={app} />);
  return () => {
    reactRoot.unmount();
    root.classList.remove('panel-root');
  };
}
