import { useState } from 'react';
import type { Result } from '../../app/state';
import { strings } from '../strings';
import { SplitHandle } from './SplitHandle';

export type Shown = keyof typeof strings.compareModes;

export interface BeforeAfterProps {
  readonly result: Result;
  readonly shown: Shown;
}

/** Both pictures, one upon the other. Both always stand, so that nothing has to be decoded when the view changes. */
export function BeforeAfter({ result, shown }: BeforeAfterProps) {
  const [split, setSplit] = useState(50);
  const share = { before: 100, after: 0, split }[shown];
  const { before, after } = strings.compareModes;
  return (
    <>
      <img className="fitted-image" src={result.before.address} alt={before} draggable={false} />
      <div
        className={share === 100 ? 'compare-after compare-off' : 'compare-after'}
        style={{ width: percent(100 - share) }}
      >
        <img
          className="compare-image"
          style={{ width: percent(share === 100 ? 100 : 10000 / (100 - share)) }}
          src={result.after.address}
          alt={after}
          draggable={false}
        />
      </div>
      {shown !== 'after' && <span className="stage-label stage-label-before on-photo">{before}</span>}
      {shown !== 'before' && <span className="stage-label stage-label-after on-photo">{after}</span>}
      {shown === 'split' && <SplitHandle split={split} onSplit={setSplit} />}
    </>
  );
}

function percent(value: number): string {
  return `${value}%`;
}
