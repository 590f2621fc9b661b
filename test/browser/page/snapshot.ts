import type { DocumentState } from '../../photoshop/model/state';
import type { HistoryEntry } from '../../photoshop/modules/history';
import type { Stage } from './stage/openStage';

/** What of Photoshop can be seen at one moment. */
export interface Snapshot {
  readonly documents: readonly { readonly id: number; readonly title: string }[];
  readonly front: { readonly id: number; readonly title: string } | undefined;
  readonly document: DocumentState | undefined;
  readonly history: readonly HistoryEntry[];
  readonly historyState: number | undefined;
  /** What cannot be drawn, and what is shown instead. */
  readonly notes: readonly string[];
  readonly alerts: readonly string[];
  /** How often the plugin broke a rule of the platform. */
  readonly refusals: number;
}

/** The same object as before where nothing has changed. */
export function snapshotOf<T extends Snapshot>({ photoshop, core }: Stage, before: T): T | Snapshot {
  const { control } = photoshop;
  const documents = control.documents();
  const id = control.front();
  const front = documents.find((one) => one.id === id);
  const snapshot: Snapshot = {
    documents: sameList(before.documents, documents, (a, b) => a.id === b.id && a.title === b.title),
    front: front && before.front?.id === front.id && before.front.title === front.title ? before.front : front,
    document: front && control.state(front.id),
    history: front ? sameList(before.history, control.history(front.id), (a, b) => a === b) : noHistory,
    historyState: front && control.historyState(front.id),
    notes: sameList(before.notes, [...core.notes], (a, b) => a === b),
    alerts: sameList(before.alerts, control.alerts, (a, b) => a === b),
    refusals: control.refusals.length,
  };
  const isSame = (Object.keys(snapshot) as (keyof Snapshot)[]).every((key) => snapshot[key] === before[key]);
  return isSame ? before : snapshot;
}

const noHistory: readonly HistoryEntry[] = [];

function sameList<T>(before: readonly T[], now: readonly T[], isSame: (a: T, b: T) => boolean): readonly T[] {
  const isUnchanged = before.length === now.length && now.every((item, i) => isSame(item, before[i]));
  return isUnchanged ? before : [...now];
}
