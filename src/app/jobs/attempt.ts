import { Cancelled } from '../../base/abort';
import { InlayError, isInlayError } from '../../base/errors';
import { logFault } from '../../base/log';

export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: InlayError }
  /** `abandoned`: a request had left, which may still be charged. */
  | { readonly kind: 'cancelled' | 'abandoned' };

/** The one place where a thrown error becomes a value. `doing` names the step that it was thrown in. */
export async function attempt<T>(work: () => Promise<T>, doing: () => string): Promise<Attempt<T>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: error.request === 'sent' ? 'abandoned' : 'cancelled' };
    if (isInlayError(error)) return { kind: 'failed', error };
    logFault(doing(), error);
    return { kind: 'failed', error: new InlayError('inlay.fault', { step: doing() }, error) };
  }
}
