import type { AppState } from '../../app/state';
import { strings } from '../strings';

/** What is there and what the model would see of it. All lines always stand, so that nothing moves. */
export function Facts({ document, offer }: Pick<AppState, 'document' | 'offer'>) {
  return (
    <div className="facts">
      <Fact name={strings.picture} value={document === undefined ? strings.unknown : sizeOf(document.size)} />
      <Fact name={strings.selection} value={selectionOf(document)} />
      <Fact name={strings.modelSees} value={offer.kind === 'ready' ? sizeOf(offer.sent) : strings.unknown} />
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="fact">
      <span className="fact-name">{name}</span>
      <span className="fact-value one-line">{value}</span>
    </div>
  );
}

function selectionOf(document: AppState['document']): string {
  if (document === undefined) return strings.unknown;
  const { selection } = document;
  if (selection === undefined) return strings.nothingSelected;
  return strings.size(selection.right - selection.left, selection.bottom - selection.top);
}

function sizeOf({ width, height }: { readonly width: number; readonly height: number }): string {
  return strings.size(width, height);
}
