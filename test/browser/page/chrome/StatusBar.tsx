import type { Easel } from '../canvas/easel';
import type { DeskState } from '../desk';
import { Icon } from './icons';

export interface StatusBarProps {
  readonly state: DeskState;
  readonly easel: Easel | undefined;
  readonly onDismiss: () => void;
}

/** What the document is, how near it is looked at, and what there is to be said about it. */
export function StatusBar({ state, easel, onDismiss }: StatusBarProps) {
  const { document, notes, trouble, refusals, alerts } = state;
  const said = [...alerts, ...notes].at(-1);
  return (
    <footer className="status">
      {document && (
        <>
          <button type="button" className="status-button" onClick={() => easel?.fit()}>
            Fit
          </button>
          <button type="button" className="status-button" onClick={() => easel?.fullSize()}>
            100 %
          </button>
          <button type="button" className="status-button" aria-label="Zoom out" onClick={() => easel?.zoomBy(0.8)}>
            −
          </button>
          <button type="button" className="status-button" aria-label="Zoom in" onClick={() => easel?.zoomBy(1.25)}>
            +
          </button>
          <span className="status-text">
            {`${document.width} × ${document.height} px · ${modes[document.mode] ?? document.mode} · ${document.depth} bit`}
          </span>
        </>
      )}
      <span className="status-said" role="status">
        {trouble ?? said ?? ''}
      </span>
      {trouble !== undefined && (
        <button type="button" className="status-button" aria-label="Close this message" onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
      {refusals > 0 && <span className="status-refusals">{`${refusals} rules of the platform broken`}</span>}
    </footer>
  );
}

const modes: Readonly<Partial<Record<string, string>>> = { rgb: 'RGB', gray: 'Gray', lab: 'Lab', cmyk: 'CMYK' };
