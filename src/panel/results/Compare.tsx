import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { Result } from '../../app/state';
import { strings } from '../strings';
import { useKeys } from '../useKeys';
import { Choices } from '../widgets/Choices';
import { FittedPicture } from './FittedPicture';

type Mode = keyof typeof strings.compareModes;

/** Before and after in one place: split by a handle, or one at a time; Space held shows before. */
export function Compare({ result }: { readonly result: Result }) {
  const [mode, setMode] = useState<Mode>('split');
  const [split, setSplit] = useState(50);
  const [held, setHeld] = useState<'held' | 'free'>('free');
  useKeys({ ' ': () => setHeld('held') });
  useKeys({ ' ': () => setHeld('free') }, 'keyup');
  const shown = held === 'held' ? 'before' : mode;
  return (
    <>
      <div className="stage">
        <FittedPicture shape={result.after} tallest={212}>
          {shown === 'split' ? (
            <Split result={result} split={split} onSplit={setSplit} />
          ) : (
            <Single result={result} shown={shown} />
          )}
        </FittedPicture>
      </div>
      <div className="line section-tight">
        <div className="grow">
          <Choices
            kind="segments"
            label={strings.compare}
            chosen={mode}
            onChoose={setMode}
            choices={modes.map((id) => ({ id, title: strings.compareModes[id], content: strings.compareModes[id] }))}
          />
        </div>
        <span
          className="hold"
          onMouseDown={() => setHeld('held')}
          onMouseUp={() => setHeld('free')}
          onMouseLeave={() => setHeld('free')}
        >
          {strings.holdForBefore}
          <span className="key">{strings.holdKey}</span>
        </span>
      </div>
    </>
  );
}

const modes: readonly Mode[] = ['split', 'before', 'after'];

function Single({ result, shown }: { readonly result: Result; readonly shown: 'before' | 'after' }) {
  return (
    <>
      <img className="fitted-image" src={result[shown].address} alt={strings.compareModes[shown]} />
      <span className={`stage-label stage-label-${shown} on-photo`}>{strings.compareModes[shown]}</span>
    </>
  );
}

interface SplitProps {
  readonly result: Result;
  /** Percent of the width, from the left, that shows before. */
  readonly split: number;
  readonly onSplit: (split: number) => void;
}

function Split({ result, split, onSplit }: SplitProps) {
  const { before, after } = strings.compareModes;
  const follow = (event: MouseEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    event.preventDefault();
    onSplit(percentAt(event));
  };
  const step = (event: KeyboardEvent) => {
    const by = steps.get(event.key);
    if (by === undefined) return;
    event.preventDefault();
    onSplit(within(split + by));
  };
  return (
    <div className="compare" onMouseDown={follow} onMouseMove={follow}>
      <img className="fitted-image" src={result.before.address} alt={before} draggable={false} />
      <div className="compare-after" style={{ width: `${100 - split}%` }}>
        <img
          className="compare-image"
          style={{ width: `${10000 / (100 - split)}%` }}
          src={result.after.address}
          alt={after}
          draggable={false}
        />
      </div>
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
      <span className="stage-label stage-label-before on-photo">{before}</span>
      <span className="stage-label stage-label-after on-photo">{after}</span>
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
