import type { CallContext } from '../routing/model';

/**
 * The context for what follows as soon as the service has said that the work is done: that is paid for, and not lost
 * because the edit is cancelled meanwhile.
 */
export function unhurried(context: CallContext): CallContext {
  return { ...context, signal: new AbortController().signal };
}
