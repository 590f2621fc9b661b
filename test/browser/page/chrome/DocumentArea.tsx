import { useEffect, useRef, useState } from 'react';
import { Easel } from '../canvas/easel';
import type { Desk, DeskState } from '../desk';
import { StatusBar } from './StatusBar';
import { Welcome } from './Welcome';
import { Icon } from './icons';

export interface DocumentAreaProps {
  readonly desk: Desk;
  readonly state: DeskState;
}

/** The open documents as tabs, and the one in front on the easel. */
export function DocumentArea({ desk, state }: DocumentAreaProps) {
  const { documents, front, document, settings } = state;
  const element = useRef<HTMLDivElement>(null);
  const [easel, setEasel] = useState<Easel>();
  const [zoom, setZoom] = useState(1);
  useEffect(() => {
    const canvases = element.current?.querySelectorAll('canvas');
    if (!element.current || !canvases) return;
    const [picture, draft, ants] = canvases;
    setEasel(new Easel(element.current, { picture, draft, ants }, desk, setZoom));
  }, [desk]);
  useEffect(() => {
    easel?.show(front?.id, document);
  }, [easel, front, document]);
  return (
    <>
      <div className="tabs">
        {documents.map(({ id, title }) => (
          <div key={id} className={id === front?.id ? 'tab tab-on' : 'tab'}>
            <button
              type="button"
              className="tab-name"
              onClick={() => desk.act(({ user }) => user.bringToFront(id))}
            >{`${title}${id === front?.id ? ` @ ${percent(zoom)}` : ''}`}</button>
            <button type="button" className="tab-close" aria-label={`Close ${title}`} onClick={() => desk.close(id)}>
              <Icon name="close" />
            </button>
          </div>
        ))}
      </div>
      <div ref={element} className={`easel easel-${settings.tool}`} tabIndex={-1} data-role="easel">
        <canvas />
        <canvas />
        <canvas />
        {!front && <Welcome desk={desk} />}
        {state.work !== undefined && <div className="work">{state.work}</div>}
      </div>
      <StatusBar state={state} easel={easel} onDismiss={() => desk.report(undefined)} />
    </>
  );
}

function percent(zoom: number): string {
  const value = zoom * 100;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} %`;
}
