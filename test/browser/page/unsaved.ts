import type { DocumentState } from '../../photoshop/model/state';
import type { Control } from '../../photoshop/modules/control/control';

/** Which open documents hold what no file holds. What is selected or active does not count. */
export class Unsaved {
  private readonly stored = new Map<number, DocumentState>();

  /** Takes documents that are new as they are: they have just been opened. */
  notice(control: Control): void {
    for (const { id } of control.documents()) {
      if (!this.stored.has(id)) this.stored.set(id, control.state(id));
    }
  }

  saved(id: number, state: DocumentState): void {
    this.stored.set(id, state);
  }

  /** The titles of all of them, or of one. */
  titles(control: Control, only?: number): readonly string[] {
    return control
      .documents()
      .filter(({ id }) => only === undefined || id === only)
      .filter(({ id }) => !isSame(this.stored.get(id), control.state(id)))
      .map(({ title }) => title);
  }
}

function isSame(stored: DocumentState | undefined, now: DocumentState): boolean {
  return stored === undefined || (stored.layers === now.layers && stored.channels === now.channels);
}
