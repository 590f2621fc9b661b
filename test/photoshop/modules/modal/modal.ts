import { numberWithin, readOptions } from '../arguments';
import { busyNumber, platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { createContext, resumeAll } from './context';
import type { ExecutionContext } from './contextTypes';
import { Ownership, scopeEnter, scopeExit } from './ownership';
import { Scope } from './scope';

type Target = (context: ExecutionContext, descriptor: unknown) => unknown;

interface Settings {
  readonly commandName: string;
  readonly interactive: boolean;
  readonly timeOutMs: number;
  readonly descriptor: unknown;
}

/** The modal scopes of the plugin. */
export class Modal {
  scope: Scope | undefined;
  count = 0;
  longestMs = 0;
  readonly scopes: Scope[] = [];
  readonly ownership: Ownership;

  constructor(private readonly session: () => Session) {
    this.ownership = new Ownership(session);
  }

  /** Whether events other than those of scopes are held back. */
  get isSilent(): boolean {
    return this.scope !== undefined && !this.scope.interactive;
  }

  async execute(target: unknown, given: unknown): Promise<unknown> {
    const session = this.session();
    const settings = readSettings(session, target, given);
    if (this.isInside(session)) return this.runNested(target as Target, settings);
    session.book.test('modal.overlap');
    if (this.ownership.isOurs) {
      session.book.refuse(
        'modal.overlap',
        `"${settings.commandName}" beside "${this.scope?.commandName ?? 'another'}"`,
      );
    }
    await this.ownership.take(settings.timeOutMs);
    return this.run(target as Target, settings);
  }

  /** The user presses Escape. */
  cancel(): void {
    const { scope } = this;
    if (!scope || scope.cancelled) return;
    scope.cancelled = true;
    for (const tell of scope.onCancel) tell();
  }

  /** Whether the calling code was started by the scope that runs. */
  private isInside({ lineage }: Session): boolean {
    if (!this.scope) return false;
    return lineage ? lineage.current() === this.scope : true;
  }

  private async runNested(target: Target, settings: Settings): Promise<unknown> {
    const { scope } = this;
    if (!scope) throw platformError('The host is in a modal state', busyNumber);
    const { context, end } = createContext(this.session(), scope);
    try {
      return await target(context, settings.descriptor);
    } finally {
      end();
    }
  }

  private async run(target: Target, { commandName, interactive, descriptor }: Settings): Promise<unknown> {
    const session = this.session();
    const scope = this.open(session, commandName, interactive);
    const { context, end } = createContext(session, scope);
    const stopWatch = startStopWatch(session);
    try {
      const body = () => Promise.resolve().then(() => target(context, descriptor));
      const value = await (session.lineage ? session.lineage.run(scope, body) : body());
      demandNothingPending(session, scope);
      resumeAll(session, scope, 'commit');
      return value;
    } catch (error) {
      resumeAll(session, scope, 'roll-back');
      throw session.switches.errorMessage === 'lost' ? withoutMessage(error) : error;
    } finally {
      end();
      this.close(session, scope, stopWatch());
    }
  }

  private open({ events }: Session, commandName: string, interactive: boolean): Scope {
    const scope = new Scope(commandName, interactive);
    this.scope = scope;
    this.scopes.push(scope);
    events.emit('action', scopeEnter, { _obj: scopeEnter });
    return scope;
  }

  private close({ workspace, book, events, modalBudgetMs }: Session, scope: Scope, hostMs: number): void {
    for (const id of scope.closeAtEnd) {
      const document = workspace.find(id);
      if (document) workspace.close(document);
    }
    scope.ended = true;
    this.scope = undefined;
    this.count++;
    this.longestMs = Math.max(this.longestMs, hostMs);
    book.test('modal.slow');
    if (hostMs > modalBudgetMs) book.refuse('modal.slow', `"${scope.commandName}" lasted ${Math.round(hostMs)} ms`);
    events.emit('action', scopeExit, { _obj: scopeExit });
    this.ownership.giveBack();
  }
}

function readSettings({ book }: Session, target: unknown, given: unknown): Settings {
  demand(book, 'modal.options', typeof target === 'function', 'executeAsModal was given no function');
  const options = readOptions(book, 'executeAsModal', given, ['commandName', 'descriptor', 'interactive', 'timeOut']);
  const { commandName, interactive = false, timeOut = 1, descriptor } = options;
  const named = typeof commandName === 'string' && commandName !== '';
  demand(book, 'modal.options', named, 'executeAsModal was given no commandName');
  const timeOutMs = 1000 * numberWithin(book, 'timeOut', timeOut, 0, Number.MAX_VALUE);
  return { commandName, interactive: interactive === true, timeOutMs, descriptor };
}

function demandNothingPending({ book }: Session, { pending, commandName }: Scope): void {
  book.test('modal.unawaited');
  if (pending > 0) book.refuse('modal.unawaited', `${pending} host calls were open when "${commandName}" ended`);
}

/** Measures the time of a scope without the host's own work. */
function startStopWatch({ meter }: Session): () => number {
  const start = performance.now();
  const ownAtStart = meter.ownMs();
  return () => performance.now() - start - (meter.ownMs() - ownAtStart);
}

function withoutMessage(error: unknown): unknown {
  if (error instanceof Error) error.message = '';
  return error;
}
