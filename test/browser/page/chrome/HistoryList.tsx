import { useEffect, useRef } from 'react';
import type { HistoryEntry } from '../../../photoshop/modules/history';
import type { Desk } from '../desk';

export interface HistoryListProps {
  readonly desk: Desk;
  readonly history: readonly HistoryEntry[];
  readonly at: number | undefined;
}

/** One line for each state; what was undone is dim. */
export function HistoryList({ desk, history, at }: HistoryListProps) {
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const index = history.findIndex(({ id }) => id === at);
  return history.map(({ id, name }, i) => (
    <button
      key={id}
      ref={id === at ? current : undefined}
      type="button"
      className={i > index ? 'row row-undone' : 'row'}
      aria-current={id === at}
      onClick={() => desk.act(({ user }, document) => user.goTo(document, id))}
    >
      {name}
    </button>
  ));
}
