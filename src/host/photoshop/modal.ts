import { core } from 'photoshop';
import { Cancelled } from '../../base/abort';
import { InlayError } from '../../base/errors';

export type ExecutionContext = Parameters<Parameters<typeof core.executeAsModal>[0]>[0];

/** How long a scope waits for another plugin or a dialog to end, in seconds. */
const patienceSeconds = 3;
/** The number of Photoshop's answer to a scope that could not begin. */
const hostIsModal = 9;

/** `name` stands over Photoshop's progress bar; `doing` completes “Photoshop could not …”. */
export interface ScopeName {
  readonly name: string;
  readonly doing: string;
}

let lastScope: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` in a modal scope of its own. Scopes queue in the order they were asked for: two that overlap would be a
 * collision. Keep `work` short: it must not wait for the network or compute, since Photoshop stands still meanwhile.
 *
 * Throws `host.busy` when Photoshop or another plugin stays modal, `Cancelled` when the user pressed Escape.
 */
export function inModalScope<T>(
  { name, doing }: ScopeName,
  work: (context: ExecutionContext) => Promise<T>,
): Promise<T> {
  const scope = lastScope.then(
    () => enter(name, doing, work),
    () => enter(name, doing, work),
  );
  lastScope = scope;
  return scope;
}

/** The same for work that changes nothing: Escape ends it also where no call to Photoshop was left to say so. */
export function readInModalScope<T>(name: ScopeName, work: (context: ExecutionContext) => Promise<T>): Promise<T> {
  return inModalScope(name, async (context) => {
    const result = await work(context);
    throwIfCancelled(context);
    return result;
  });
}

/** Throws `Cancelled` if the user has pressed Escape. */
export function throwIfCancelled(context: ExecutionContext): void {
  if (context.isCancelled) throw new Cancelled('cancelled in Photoshop');
}

async function enter<T>(name: string, doing: string, work: (context: ExecutionContext) => Promise<T>): Promise<T> {
  // an error that crosses the scope's edge can lose its message and class, so it is kept here
  let failure: { readonly error: unknown } | undefined;
  let cancelled = false;
  try {
    return await core.executeAsModal(
      async (context) => {
        try {
          return await work(context);
        } catch (error) {
          failure = { error };
          cancelled = context.isCancelled;
          throw error;
        }
      },
      { commandName: name, timeOut: patienceSeconds } as Parameters<typeof core.executeAsModal>[1],
    );
  } catch (error) {
    if (cancelled) throw new Cancelled('cancelled in Photoshop');
    if (failure !== undefined) throw translated(failure.error, doing);
    throw translated(error, doing);
  }
}

function translated(error: unknown, doing: string): unknown {
  if (error instanceof InlayError || error instanceof Cancelled) return error;
  if (isHostModal(error)) return new InlayError('host.busy', holderIn(error), error);
  return new InlayError('host.failed', { doing }, error);
}

function isHostModal(error: unknown): error is { readonly message?: string } {
  return typeof error === 'object' && error !== null && 'number' in error && error.number === hostIsModal;
}

/** Photoshop names the holder as in `Plugin: app.other.panel is running a modal command`. */
function holderIn({ message }: { readonly message?: string }): { holder?: string } {
  const id = /Plugin:\s*(\S+)/.exec(message ?? '')?.[1];
  return id === undefined ? {} : { holder: `the plugin ${id}` };
}
