import type { KeyboardEvent } from 'react';
import { anchorBeside, type Extension, type Growth } from '../../app/growth';
import { strings } from '../strings';

export interface GrowthDiagramProps {
  readonly size: { readonly width: number; readonly height: number };
  readonly grown: Growth;
  readonly growth: Extension;
  readonly onChange: (growth: Extension) => void;
}

/** Pixels of the longer side of the diagram. */
const longest = 132;

/** The new canvas to scale, dashed, with the picture in it and what is added; arrows move the picture in an aspect or size. */
export function GrowthDiagram({ size, grown, growth, onChange }: GrowthDiagramProps) {
  const scale = longest / Math.max(grown.width, grown.height);
  const length = (pixels: number) => Math.round(pixels * scale);
  const isFixed = growth.kind === 'expand';
  const move = (event: KeyboardEvent) => {
    const step = steps.get(event.key);
    if (step === undefined || growth.kind === 'expand') return;
    event.preventDefault();
    onChange({ ...growth, anchor: anchorBeside(growth.anchor, ...step) });
  };
  const { left, top, right, bottom, width, height } = grown;
  const source = { left: length(left), top: length(top), width: length(size.width), height: length(size.height) };
  return (
    <div className="aspect-stage">
      <div
        className="aspect-diagram"
        role="img"
        tabIndex={isFixed ? -1 : 0}
        title={isFixed ? strings.addedEdges(left, top, right, bottom) : strings.moveInCanvas}
        aria-label={strings.addedEdges(left, top, right, bottom)}
        style={{ width: length(width), height: length(height) }}
        onKeyDown={move}
      >
        <div className="aspect-source" style={source} />
      </div>
      <div className="small secondary">{isFixed ? strings.size(width, height) : strings.moveInCanvas}</div>
    </div>
  );
}

const steps = new Map<string, readonly [across: -1 | 0 | 1, down: -1 | 0 | 1]>([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);
