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
  /** What is in the way of a larger canvas for a picture of that size. */
  'edit.cannot-extend': { obstacle: CannotExtend; width: number; height: number };
  /** Its canvas belongs to its artboards. */
  'host.artboards': Record<never, never>;
  'edit.picture-too-small': { width: number; height: number };
  'edit.nothing-there': { layer: string };
  /** A layer, group or document that was to be shown to the model. */
  'edit.reference-gone': { reference: string };
  /** A file that is no picture, or of a kind that nobody here can open. */
  'edit.reference-unreadable': { reference: string };
  'edit.bad-request': { problem: string };
  /** The operation needs words. */
  'edit.no-prompt': Record<never, never>;
  /** The operation needs a reference: one in the role style, or any. */
  'edit.no-reference': { role: 'style' | 'any' };
  'edit.tray-full': Record<never, never>;
  'edit.nothing-to-repeat': Record<never, never>;
  'route.unknown-model': { model: string };
  'route.no-model': { operation: string };
  /** A file that was to take the catalog's place; `problem` is a sentence. */
  'route.bad-catalog': { problem: string };
  'route.unknown-provider': { provider: string };
  /** The model that was named cannot do this edit. */
  'route.unfit': { model: string; why: Unfit };
  /** Nothing may leave this machine, and what runs on it cannot do this. */
  'route.private': { operation: string };
  /** A server of the retoucher's own whose address is not set. */
  'route.no-address': { provider: string };
  /** There is no key, or the secure store has lost it. */
  'route.no-key': { provider: string };
  /** `dollars`: the estimate, or the most it can be. */
  'route.over-cap': { cap: 'call' | 'day' | 'client'; dollars: number; limit: number };
  /** What was spent so far cannot be read, so no limit can be kept. */
  'route.unknown-spending': Record<never, never>;
  /** The model could not answer, as `before` says, and the next in line would cost more than was agreed. */
  'route.dearer-next': { before: InlayError; model: string; price: NextPrice };
  /** `says`: the service's own words, where it has some. */
  'model.failed': { model: string; says?: string };
  'model.auth': { provider: string };
  'model.no-credit': { provider: string };
  'model.rate-limited': { provider: string; retryAfterMs?: number };
  /** `says`: the service's own words, cut to a sentence. */
  'model.invalid-input': { provider: string; field?: string; says: string } & Begun;
  /** A server of the retoucher's own whose graphics card is too small for the edit. */
  'model.out-of-memory': { provider: string };
  'model.refused-input': { provider: string; reasons: readonly string[] } & Begun;
  'model.refused-output': { provider: string; reasons: readonly string[] };
  'model.gone': { model: string };
  'model.no-image': { model: string; says?: string };
  /** The service answers that it cannot: overload, an error of its own. */
  'model.down': { provider: string; retryAfterMs?: number };
  /** The call left and no readable answer came: it may have been charged. */
  'model.uncertain': { provider: string; requestId?: string };
  /** The answer is there and cannot be used: damaged, too large, from a foreign address. */
  'model.unusable-answer': { provider: string; problem: string };
  /** The address is not among those that this plugin may speak to. */
  'net.not-allowed': { provider: string; host: string };
  /** No connection was opened. */
  'net.unreachable': { provider: string };
  /** The server turns the panel's requests away; `remedy` names the switch that cures it. */
  'net.foreign-origin': { provider: string; remedy: string };
  'inlay.fault': { step: string };
}

/** `requestId`: the service had taken the work, and says no only at its end, so that it may have been charged. */
interface Begun {
  requestId?: string;
}

/** `cut`: something of the picture would be lost; `same`: it is so already; `long`: beyond any document; `much`: at a time. */
export type CannotExtend = 'cut' | 'same' | 'long' | 'much';

/** What keeps a model that was named from an edit. `most`: the references that it takes; `through`: whose storage it needs. */
export type Unfit =
  | { readonly kind: 'operation'; readonly operation: string }
  | { readonly kind: 'references'; readonly most: number }
  | { readonly kind: 'no-storage'; readonly through: string }
  | { readonly kind: 'other-server'; readonly provider: string };

/** US dollars, and how far they are known. */
export interface NextPrice {
  readonly dollars: number;
  readonly certainty: 'listed' | 'estimate' | 'at-most';
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
