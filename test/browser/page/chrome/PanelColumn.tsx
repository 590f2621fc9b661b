import { type PointerEvent, useEffect, useRef } from 'react';
import { panelWidths } from '../settings';

export interface PanelColumnProps {
  readonly width: number;
  readonly onFrame: (element: HTMLIFrameElement) => void;
  readonly onWidth: (width: number) => void;
}

/** The plugin's panel, under its tab as Photoshop shows it; its left edge can be dragged. */
export function PanelColumn({ width, onFrame, onWidth }: PanelColumnProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const begin = useRef(onFrame);
  useEffect(() => {
    if (frame.current) begin.current(frame.current);
  }, []);
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const wanted = Math.round(innerWidth - event.clientX);
    onWidth(Math.min(panelWidths.most, Math.max(panelWidths.least, wanted)));
  };
  return (
    <aside className="panel-column" style={{ width }} aria-label="Plugin panel">
      <div
        className="panel-edge"
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
      <div className="strip">
        <span className="strip-tab">Inlay</span>
      </div>
      <iframe ref={frame} className="panel-frame" src="/panel.html" title="Inlay’s panel" />
    </aside>
  );
}
