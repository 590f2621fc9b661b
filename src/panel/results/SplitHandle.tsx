import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { strings } from '../strings';

export interface SplitHandleProps {
  /** Percent of the width, from the left, that shows before. */
  readonly split: number;
  readonly onSplit: (split: number) => void;
}

/** Covers the picture: a press anywhere brings the handle there, it follows the mouse, and arrows move it. */
export function SplitHandle({ split, onSplit }: SplitHandleProps) {
  const [drag, setDrag] = useState<'on' | 'off'>('off');
  const begin = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    setDrag('on');
    onSplit(percentAt(event));
  };
  const follow = (event: MouseEvent<HTMLElement>) => {
    if (drag === 'off') return;
    // released outside the picture; not every host says which buttons are down
    if (event.buttons === 0) setDrag('off');
    else onSplit(percentAt(event));
  };
  const step = (event: KeyboardEvent) => {
    const by = steps.get(event.key);
    if (by === undefined) return;
    event.preventDefault();
    onSplit(within(split + by));
  };
  return (
    <div className="compare" onMouseDown={begin} onMouseMove={follow} onMouseUp={() => setDrag('off')}>
      <div className="compare-line" style={{ left: `${split}%` }} />
      <div
        className="compare-grip"
        style={{ left: `${split}%` }}
        role="slider"
        tabIndex={0}
        title={strings.splitHandle}
        aria-label={strings.splitHandle}
        aria-valuenow={Math.round(split)}
        aria-valuemin={least}
        aria-valuemax={most}
        onKeyDown={step}
      />
    </div>
  );
}

const least = 2;
const most = 98;
const steps = new Map([
  ['ArrowLeft', -4],
  ['ArrowRight', 4],
]);

function percentAt({ clientX, currentTarget }: MouseEvent<HTMLElement>): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return within((100 * (clientX - left)) / width);
}

function within(percent: number): number {
  return Math.min(most, Math.max(least, percent));
}
