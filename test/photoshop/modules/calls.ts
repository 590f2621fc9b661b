import { mayModify, outsideScope, platformError, userCancelled } from './errors';
import { demand } from './rules';
import type { Session } from './session';

/** Counts a host call and waits for its turn. */
export async function hostTurn(session: Session, call: string): Promise<void> {
  announce(session, call);
  await session.clock.turn();
}

function announce({ onHostCall, counters }: Session, call: string): void {
  const index = counters.hostCalls++;
  for (const hear of [...onHostCall]) hear(call, index);
}

/** An asynchronous call that needs no scope. */
export async function freeCall<T>(session: Session, call: string, work: () => T): Promise<T> {
  await hostTurn(session, call);
  return session.meter.work(work);
}

/** An asynchronous call that changes something: only inside a scope. */
export function writeCall<T>(session: Session, call: string, work: () => T): Promise<T> {
  return scopedCall(session, call, () => demandWrite(session, call), work);
}

/** An asynchronous call of the imaging interface. */
export function imagingCall<T>(session: Session, call: string, work: () => T): Promise<T> {
  const demandScope = () =>
    demand(session.book, 'modal.imaging', session.modal.scope !== undefined, call, platformError(outsideScope));
  return scopedCall(session, call, demandScope, work);
}

async function scopedCall<T>(session: Session, call: string, demandScope: () => void, work: () => T): Promise<T> {
  demandScope();
  const { scope } = session.modal;
  if (!scope) throw platformError(outsideScope);
  scope.pending++;
  try {
    await hostTurn(session, call);
  } finally {
    scope.pending--;
  }
  if (scope.ended) throw platformError(outsideScope);
  if (scope.cancelled) throw userCancelled();
  return session.meter.work(work);
}

/** A synchronous change: a setter, `move`, `delete`. */
export function writeNow<T>(session: Session, event: string, work: () => T): T {
  announce(session, event);
  demandWrite(session, event);
  if (session.modal.scope?.cancelled) throw userCancelled();
  return session.meter.work(work);
}

function demandWrite({ book, modal, switches }: Session, event: string): void {
  const isInside = modal.scope !== undefined;
  const number = !isInside && switches.errorNumber === 'present' ? 1000 : undefined;
  demand(book, 'modal.write', isInside, event, platformError(mayModify(event), number));
}
