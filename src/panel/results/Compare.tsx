import { useState } from 'react';
import type { Result } from '../../app/state';
import { strings } from '../strings';
import { useKeys } from '../useKeys';
import { Choices } from '../widgets/Choices';
import { BeforeAfter, type Shown } from './BeforeAfter';
import { FittedPicture } from './FittedPicture';

/** The tallest that the pictures may become, in pixels of the panel. */
const tallest = 440;

const modes: readonly Shown[] = ['split', 'before', 'after'];

/** Before and after in one place: split by a handle, or one at a time; Space held shows before. */
export function Compare({ result }: { readonly result: Result }) {
  const [mode, setMode] = useState<Shown>('split');
  const [before, setBefore] = useState<'held' | 'free'>('free');
  useKeys({ ' ': () => setBefore('held') });
  useKeys({ ' ': () => setBefore('free') }, 'keyup');
  return (
    <>
      <div className="stage">
        <FittedPicture shape={result.after} tallest={tallest}>
          <BeforeAfter result={result} shown={before === 'held' ? 'before' : mode} />
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
          onMouseDown={() => setBefore('held')}
          onMouseUp={() => setBefore('free')}
          onMouseLeave={() => setBefore('free')}
        >
          {strings.holdForBefore}
          <span className="key">{strings.holdKey}</span>
        </span>
      </div>
    </>
  );
}
