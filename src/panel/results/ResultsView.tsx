import { useState } from 'react';
import type { Commands } from '../../app/commands';
import type { AppState, Job, Result } from '../../app/state';
import { isUnderWay } from '../isUnderWay';
import { ChosenResult } from './ChosenResult';
import { EmptyResults } from './EmptyResults';
import { Outcome } from './Outcome';
import { PlacedList } from './PlacedList';
import { ResultFoot } from './ResultFoot';
import { Running, RunningFoot } from './Running';
import { UndecidedList } from './UndecidedList';

export interface ResultsViewProps {
  readonly state: AppState;
  readonly commands: Commands;
}

/** The job while it runs; afterwards what came of it, to be placed or discarded. */
export function ResultsView({ state, commands }: ResultsViewProps) {
  const { job, results, placed, offer } = state;
  const unlucky = job !== undefined && hasNoResult(job) ? job : undefined;
  const [wanted, setWanted] = useState<Result['id']>();
  const chosen = results.find(({ id }) => id === wanted) ?? results.at(0);
  const isEmpty = chosen === undefined && unlucky === undefined && placed.length === 0;

  if (isUnderWay(job)) {
    return (
      <>
        <div className="scroll">
          <Running job={job} />
          <UndecidedList results={results} />
          <PlacedList placed={placed} />
        </div>
        <RunningFoot onCancel={() => commands.cancel()} />
      </>
    );
  }
  return (
    <>
      <div className="scroll">
        {unlucky !== undefined && <Outcome job={unlucky} offer={offer} onRetry={() => commands.run()} />}
        {chosen !== undefined && <ChosenResult chosen={chosen} results={results} onChoose={setWanted} />}
        {isEmpty && <EmptyResults onGoToEdit={() => commands.show('edit')} />}
        <PlacedList placed={placed} />
      </div>
      {chosen !== undefined && (
        <ResultFoot result={chosen} onPlace={(id) => commands.place(id)} onDiscard={(id) => commands.discard(id)} />
      )}
    </>
  );
}

function hasNoResult({ state }: Job): boolean {
  return ['failed', 'cancelled', 'abandoned'].includes(state.kind);
}
