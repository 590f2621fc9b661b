import { numberWithin, readOptions, text, wholeNumber } from '../arguments';
import { hostTurn } from '../calls';
import { platformError, userCancelled } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { documentFor } from '../targets';
import type { ExecutionContext } from './contextTypes';
import type { Scope, Suspension } from './scope';

/** The execution context of one scope, and how it ends. Its members are not enumerable: a copy of it has none. */
export function createContext(
  session: Session,
  scope: Scope,
): { readonly context: ExecutionContext; readonly end: () => void } {
  let lives = true;
  let onCancel: (() => void) | undefined;
  const alive = (member: string) =>
    demand(session.book, 'modal.ended', lives, `${member} after the scope "${scope.commandName}" had ended`);
  const seen = <T>(member: string, value: T): T => {
    alive(member);
    return value;
  };
  const cancel = () => onCancel?.();
  scope.onCancel.add(cancel);
  const context = hidden({
    isCancelled: { get: () => seen('isCancelled', scope.cancelled) },
    onCancel: {
      get: () => seen('onCancel', onCancel),
      set: (value: (() => void) | undefined) => {
        alive('onCancel');
        onCancel = value;
      },
    },
    reportProgress: {
      value: (given: unknown) => {
        alive('reportProgress');
        reportProgress(session, scope, given);
      },
    },
    hostControl: { value: createHostControl(session, scope, alive) },
  });
  return {
    context: context as ExecutionContext,
    end() {
      lives = false;
      scope.onCancel.delete(cancel);
    },
  };
}

function hidden(members: PropertyDescriptorMap): object {
  return Object.defineProperties({}, members);
}

function reportProgress({ book }: Session, scope: Scope, given: unknown): void {
  const { value, commandName } = readOptions(book, 'reportProgress', given, ['value', 'commandName']);
  scope.progress.push({
    ...(value !== undefined && { value: numberWithin(book, 'reportProgress value', value, 0, 1) }),
    ...(commandName !== undefined && { commandName: text(book, 'reportProgress commandName', commandName) }),
  });
}

function createHostControl(session: Session, scope: Scope, alive: (member: string) => void): object {
  const { book } = session;
  const call = async <T>(member: string, work: () => T): Promise<T> => {
    alive(member);
    await hostTurn(session, member);
    alive(member);
    return work();
  };
  const mayResume = () => !scope.cancelled || session.switches.resumeAfterCancel === 'works';
  return hidden({
    suspendHistory: { value: (given: unknown) => call('suspendHistory', () => suspend(session, scope, given)) },
    resumeHistory: {
      value: (suspension: unknown, commit: unknown = true) =>
        call('resumeHistory', () => {
          if (!mayResume()) throw userCancelled();
          resume(session, scope, suspension, commit !== false);
        }),
    },
    registerAutoCloseDocument: {
      value: (id: unknown) =>
        call('registerAutoCloseDocument', () => {
          scope.closeAtEnd.add(documentFor(session, wholeNumber(book, 'documentID', id)).id);
        }),
    },
    unregisterAutoCloseDocument: {
      value: (id: unknown) =>
        call('unregisterAutoCloseDocument', () => {
          scope.closeAtEnd.delete(wholeNumber(book, 'documentID', id));
        }),
    },
  });
}

let lastSuspension = 0;

function suspend(session: Session, scope: Scope, given: unknown): Suspension {
  if (scope.cancelled) throw userCancelled();
  const { documentID, name } = readOptions(session.book, 'suspendHistory', given, ['documentID', 'name']);
  const document = documentFor(session, wholeNumber(session.book, 'documentID', documentID));
  const suspension: Suspension = {
    historySuspensionID: ++lastSuspension,
    finalName: text(session.book, 'suspendHistory name', name),
  };
  document.history.suspend(suspension.finalName, suspension);
  scope.suspensions.push({ suspension, document });
  return suspension;
}

function resume({ book, workspace, reportHistory }: Session, scope: Scope, given: unknown, commit: boolean): void {
  const wanted = scope.suspensions.find(({ suspension }) => suspension === given);
  const refused = platformError('The history suspension is not valid.');
  demand(book, 'modal.suspension', wanted !== undefined, 'resumeHistory with an unknown or used suspension', refused);
  const innermost = scope.suspensions.filter(({ document }) => document === wanted.document).at(-1);
  demand(book, 'modal.suspension', innermost === wanted, 'resumeHistory of an outer suspension first', refused);
  scope.suspensions.splice(scope.suspensions.indexOf(wanted), 1);
  const { suspension, document } = wanted;
  if (!workspace.find(document.id)) throw platformError('The document is not open.', -25922);
  document.history.resume(suspension, commit ? 'commit' : 'roll-back', suspension.finalName);
  reportHistory(document);
}

/** Ends what the plugin left suspended: as the scope ended. */
export function resumeAll({ workspace, reportHistory }: Session, scope: Scope, ending: 'commit' | 'roll-back'): void {
  for (const { suspension, document } of scope.suspensions.splice(0).reverse()) {
    if (!workspace.find(document.id)) continue;
    document.history.resume(suspension, ending, suspension.finalName);
    reportHistory(document);
  }
}
