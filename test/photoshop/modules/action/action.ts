import { readOptions, text } from '../arguments';
import { hostTurn } from '../calls';
import type { Listener } from '../events';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import { batchPlay, batchPlaySync } from './batchPlay';
import { CommandError } from './commandError';
import { partsOf, resolve } from './reference';

/** `require('photoshop').action`. */
export function createAction(session: Session) {
  const { book, events } = session;
  return strict(book, 'action', {
    batchPlay: (commands: unknown, options?: unknown) => batchPlay(session, commands, options),
    batchPlaySync: (commands: unknown, options?: unknown) => batchPlaySync(session, commands, options),
    validateReference: (reference: unknown) => isValid(session, reference),
    async addNotificationListener(names: unknown, listener: Listener): Promise<void> {
      const wanted = readEvents(session, names);
      demand(
        book,
        'action.listen-all',
        session.developerMode || !wanted.includes('all'),
        'addNotificationListener(["all"])',
      );
      demand(book, 'call.argument', typeof listener === 'function', 'a listener is a function');
      await hostTurn(session, 'addNotificationListener');
      events.add('action', wanted, listener);
    },
    async removeNotificationListener(names: unknown, listener: Listener): Promise<void> {
      const wanted = readEvents(session, names);
      await hostTurn(session, 'removeNotificationListener');
      events.remove('action', wanted, listener);
    },
    recordAction(step: unknown, info: unknown): void {
      const { name, methodName } = readOptions(book, 'recordAction', step, ['name', 'methodName']);
      if (!session.recording.on) return;
      session.recording.steps.push({
        name: text(book, 'recordAction name', name),
        methodName: text(book, 'recordAction methodName', methodName),
        info: JSON.parse(JSON.stringify(info ?? null)),
      });
    },
  });
}

export function readEvents({ book }: Session, names: unknown): readonly string[] {
  demand(book, 'call.argument', Array.isArray(names), 'event names are an array');
  return (names as readonly unknown[]).map((one) => {
    const event = typeof one === 'object' && one !== null ? (one as { readonly event?: unknown }).event : one;
    return text(book, 'event', event);
  });
}

function isValid(session: Session, reference: unknown): boolean {
  const parts = partsOf(reference);
  if (parts.length === 0) return false;
  try {
    resolve(session, parts);
    return true;
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  }
}
