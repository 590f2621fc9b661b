import { Cancelled } from '../../base/abort';
import type { PhotoshopDocument } from './documents';
import { type ExecutionContext, throwIfCancelled } from './modal';

/** One history state for all that `work` does; on a throw, the document is as before. */
export async function asOneState<T>(
  context: ExecutionContext,
  document: PhotoshopDocument,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const suspension = await context.hostControl.suspendHistory({ documentID: document.id, name });
  let result: T;
  try {
    result = await work();
    // whatever a call threw on the way may have been caught
    throwIfCancelled(context);
  } catch (error) {
    await rollBack(context, suspension);
    throw error;
  }
  await context.hostControl.resumeHistory(suspension, true);
  return result;
}

/** Everything that `work` does is undone, without a trace in the history. */
export async function withoutTrace<T>(
  context: ExecutionContext,
  document: PhotoshopDocument,
  work: () => Promise<T>,
): Promise<T> {
  const suspension = await context.hostControl.suspendHistory({ documentID: document.id, name: 'Inlay' });
  try {
    return await work();
  } finally {
    await rollBack(context, suspension);
  }
}

type Suspension = Awaited<ReturnType<ExecutionContext['hostControl']['suspendHistory']>>;

/** After a cancel every call to the host throws, and Photoshop rolls back by itself, if the scope ends with a throw. */
async function rollBack(context: ExecutionContext, suspension: Suspension): Promise<void> {
  if (context.isCancelled) throw new Cancelled('cancelled in Photoshop');
  await context.hostControl.resumeHistory(suspension, false);
}
