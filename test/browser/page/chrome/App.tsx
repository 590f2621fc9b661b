import { useEffect, useLayoutEffect, useState } from 'react';
import type { Desk } from '../desk';
import { photographs } from '../photographs';
import { photographToReopen } from '../reloadOnChange';
import { openStage } from '../stage/openStage';
import { preparePanel, type PanelFrame, applyVariables } from '../stage/panelFrame';
import { themes } from '../stage/themes';
import { Dock } from './Dock';
import { DocumentArea } from './DocumentArea';
import { PanelColumn } from './PanelColumn';
import { ToolStrip } from './ToolStrip';
import { TopBar } from './TopBar';
import { takeDrops } from './takeDrops';
import { useDesk } from './useDesk';
import { listenToKeys, useKeys } from './useKeys';

/** The whole page: tools, the document, layers and history, and beside them the plugin's panel. */
export function App({ desk }: { readonly desk: Desk }) {
  const state = useDesk(desk);
  const [frame, setFrame] = useState<PanelFrame>();
  const { theme } = state.settings;
  useLayoutEffect(() => {
    applyVariables(document.documentElement, theme);
    document.documentElement.style.colorScheme = themes[theme].widgets;
    frame?.setTheme(theme);
  }, [theme, frame]);
  useKeys(desk);
  useEffect(() => takeDrops(document, desk), [desk]);
  const begin = (element: HTMLIFrameElement) => {
    void start(desk, element, setFrame);
  };
  return (
    <div className="page">
      <TopBar desk={desk} state={state} />
      <ToolStrip desk={desk} tool={state.settings.tool} />
      <main className="middle">
        {frame ? <DocumentArea desk={desk} state={state} /> : <p className="trouble">{state.trouble}</p>}
      </main>
      <Dock desk={desk} state={state} />
      <PanelColumn
        width={state.settings.panelWidth}
        onFrame={begin}
        onWidth={(panelWidth) => desk.set({ panelWidth })}
      />
    </div>
  );
}

async function start(desk: Desk, element: HTMLIFrameElement, done: (frame: PanelFrame) => void): Promise<void> {
  try {
    const frame = await preparePanel(element, desk.get().settings.theme);
    desk.begin(await openStage(frame, desk.get().settings.language));
    done(frame);
    listenToKeys(frame.document, desk);
    takeDrops(frame.document, desk);
    const reopened = photographToReopen();
    const photograph = photographs.find(({ file }) => file === reopened);
    if (photograph) await desk.openPhotograph(photograph);
  } catch (error) {
    desk.report(error instanceof Error ? error.message : String(error));
  }
}
