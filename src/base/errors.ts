/** Every way in which an edit can fail, and what is known about it. The words stand in `app/explain.ts`. */
export interface ErrorDetails {
  'host.no-document': Record<never, never>;
  'host.document-closed': { title?: string };
  'host.document-changed': { title: string };
  'host.busy': { holder?: string };
  'host.quick-mask': Record<never, never>;
  'host.unsupported-mode': { mode: string };
  'host.no-layer': Record<never, never>;
  'host.several-layers': Record<never, never>;
  'host.group-active': { layer: string };
  'host.layer-locked': { layer: string };
  'host.layer-hidden': { layer: string };
  'host.layer-gone': { layer: string };
  'host.modal-playback': Record<never, never>;
  'host.failed': { doing: string };
  'host.disk-full': { doing: string };
  'host.storage': { doing: string };
  'edit.no-selection': Record<never, never>;
  'edit.selection-too-small': { pixels: number };
  'edit.selection-too-large': Record<never, never>;
  'edit.selection-outside': Record<never, never>;
  'edit.picture-too-small': { width: number; height: number };
  'edit.nothing-there': { layer: string };
  'edit.bad-request': { problem: string };
  'edit.tray-full': Record<never, never>;
  'edit.nothing-to-repeat': Record<never, never>;
  'route.unknown-model': { model: string };
  'route.no-model': { operation: string };
  'model.failed': { model: string };
  'inlay.fault': { step: string };
}

export type ErrorCode = keyof ErrorDetails;

/** Bad news that the retoucher can act on. Anything else that is thrown is a fault of ours. */
export class InlayError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'InlayError';

  /** `cause` is kept by hand: UXP's `Error` does not know the option. */
  constructor(
    readonly code: C,
    readonly details: ErrorDetails[C],
    override readonly cause?: unknown,
  ) {
    super(code);
  }
}

/** The same error as a value: what `planEdit` answers when the retoucher could have seen it coming. */
export type Refusal = InlayError;

export function isInlayError(error: unknown): error is InlayError {
  return error instanceof InlayError;
}
