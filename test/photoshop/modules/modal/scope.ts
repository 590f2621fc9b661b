import type { OpenDocument } from '../workspace';

/** What the plugin is handed for a suspended history. */
export interface Suspension {
  readonly historySuspensionID: number;
  finalName: string;
}

export interface OpenSuspension {
  readonly suspension: Suspension;
  readonly document: OpenDocument;
}

/** One outermost modal scope; nested ones share it. */
export class Scope {
  cancelled = false;
  ended = false;
  /** Host calls that have not answered yet. */
  pending = 0;
  readonly suspensions: OpenSuspension[] = [];
  readonly closeAtEnd = new Set<number>();
  /** What to call when the user cancels, one for each context that lives. */
  readonly onCancel = new Set<() => void>();
  readonly progress: { readonly value?: number; readonly commandName?: string }[] = [];

  constructor(
    readonly commandName: string,
    readonly interactive: boolean,
  ) {}
}
