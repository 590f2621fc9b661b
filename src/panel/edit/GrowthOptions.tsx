import { type Extension, type Growth, growthOf } from '../../app/growth';
import type { AppState, Draft } from '../../app/state';
import { strings } from '../strings';
import { type Choice, Choices } from '../widgets/Choices';
import { Icon } from '../widgets/Icon';
import { GrowthDiagram } from './GrowthDiagram';
import { NumberOption } from './NumberOption';

export interface GrowthOptionsProps extends Pick<AppState, 'document' | 'offer'> {
  readonly growth: Extension;
  readonly onChange: (change: Partial<Draft>) => void;
}

const aspects = [
  ['1:1', 1, 1],
  ['4:5', 4, 5],
  ['9:16', 9, 16],
  ['16:9', 16, 9],
  ['27:40', 27, 40],
] as const;

const edgeRange = { least: 0, most: 30_000 };
const sideRange = { least: 1, most: 300_000 };

/** How far the picture is extended: choosing an aspect fills the edges, typing an edge or a size leaves the aspects. */
export function GrowthOptions({ document, offer, growth, onChange }: GrowthOptionsProps) {
  const size = document?.size ?? { width: 1, height: 1 };
  const grown = growthOf(size, growth);
  const take = (taken: Extension) => onChange({ growth: taken });
  const { left, top, right, bottom, width, height } = grown;
  const takeEdges = (edges: Partial<Growth>) => take({ kind: 'expand', left, top, right, bottom, ...edges });
  const takeSize = (side: Partial<Growth>) =>
    take({ kind: 'size', width: side.width ?? width, height: side.height ?? height, anchor: anchorOf(growth) });
  return (
    <>
      <div className="aspect section-tight">
        <GrowthDiagram size={size} grown={grown} growth={growth} onChange={take} />
        <div className="aspect-column">
          <Choices
            kind="aspects"
            label={strings.aspect}
            chosen={chosenIn(growth)}
            onChoose={(id) => take(extensionFor(id, growth, grown))}
            choices={choicesFor(size, growth)}
          />
        </div>
      </div>
      <div className="section">
        <div className="options">
          <span className="options-label">{strings.edges}</span>
          <NumberOption {...edge('top', top)} place="first" onTake={(taken) => takeEdges({ top: taken })} />
          <NumberOption {...edge('bottom', bottom)} onTake={(taken) => takeEdges({ bottom: taken })} />
        </div>
        <div className="options">
          <span className="options-label" />
          <NumberOption {...edge('left', left)} place="first" onTake={(taken) => takeEdges({ left: taken })} />
          <NumberOption {...edge('right', right)} onTake={(taken) => takeEdges({ right: taken })} />
        </div>
        <div className="options">
          <span className="options-label">{strings.canvasSize}</span>
          <NumberOption
            {...{ label: strings.width, value: width, range: sideRange, place: 'first' as const }}
            onTake={(taken) => takeSize({ width: taken })}
          />
          <NumberOption
            {...{ label: strings.height, value: height, range: sideRange }}
            onTake={(taken) => takeSize({ height: taken })}
          />
        </div>
      </div>
      {offer.kind === 'ready' && offer.scale.endsWith('×') && (
        <div className="finding section-tight">
          <Icon name="status-notice" />
          <div className="grow">{strings.softerEdges(offer.scale)}</div>
        </div>
      )}
      <div className="finding section-tight">
        <Icon name="info" />
        <div className="grow secondary">{strings.canvasGrows}</div>
      </div>
    </>
  );
}

function edge(side: 'left' | 'top' | 'right' | 'bottom', value: number) {
  return { label: strings.edgeNames[side], value, range: edgeRange };
}

function anchorOf(growth: Extension) {
  return growth.kind === 'expand' ? 'center' : growth.anchor;
}

/** `W:H` of an aspect, or `free`. */
function chosenIn(growth: Extension): string {
  return growth.kind === 'aspect' ? `${growth.across}:${growth.down}` : 'free';
}

function extensionFor(id: string, growth: Extension, { left, top, right, bottom }: Growth): Extension {
  const [, across, down] = aspects.find(([name]) => name === id) ?? [];
  if (across === undefined || down === undefined) return { kind: 'expand', left, top, right, bottom };
  return { kind: 'aspect', across, down, anchor: anchorOf(growth) };
}

function choicesFor(size: { readonly width: number; readonly height: number }, growth: Extension) {
  const anchor = anchorOf(growth);
  const named: Choice<string>[] = aspects.map(([id, across, down]) => {
    const { width, height } = growthOf(size, { kind: 'aspect', across, down, anchor });
    const label = id === '27:40' ? strings.poster : id;
    return {
      id,
      title: label,
      content: <AspectLine {...{ label, across, down }} note={strings.size(width, height)} />,
    };
  });
  const free = { across: 0, down: 0, label: strings.freeAspect, note: strings.setEdges };
  return [...named, { id: 'free', title: strings.freeAspect, content: <AspectLine {...free} /> }];
}

interface AspectLineProps {
  readonly label: string;
  readonly note: string;
  readonly across: number;
  readonly down: number;
}

/** Pixels of the longer side of a shape. */
const shapeSide = 14;

function AspectLine({ label, note, across, down }: AspectLineProps) {
  const scale = shapeSide / Math.max(1, across, down);
  const shape = { width: Math.round(across * scale), height: Math.round(down * scale) };
  return (
    <>
      <span className="aspect-shape">{across > 0 && <span className="aspect-box" style={shape} />}</span>
      {label}
      <span className="aspect-note">{note}</span>
    </>
  );
}
