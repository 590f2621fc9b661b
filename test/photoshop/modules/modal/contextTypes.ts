import type { Suspension } from './scope';

/** What the target of `executeAsModal` is handed. */
export interface ExecutionContext {
  readonly isCancelled: boolean;
  onCancel: (() => void) | undefined;
  reportProgress(options: { readonly value?: number; readonly commandName?: string }): void;
  readonly hostControl: {
    suspendHistory(options: { readonly documentID: number; readonly name: string }): Promise<Suspension>;
    resumeHistory(suspension: Suspension, commit?: boolean): Promise<void>;
    registerAutoCloseDocument(documentID: number): Promise<void>;
    unregisterAutoCloseDocument(documentID: number): Promise<void>;
  };
}
