import { numberWithin, readOptions } from '../arguments';
import { busyNumber, platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { createContext, resumeAll } from './context';
import type { ExecutionContext } from './contextTypes';
import { Scope } from './scope';

/** Who else can keep Photoshop modal. */
export type Holder =
  | { readonly kind: 'plugin'; readonly id: string }
  | { readonly kind: 'dialog' }
  | { readonly kind: 'tool' }
  | { readonly kind: 'playback' };

type Target = (context: ExecutionContext, descriptor: unknown) => unknown;

interface Settings {
  readonly commandName: string;
  readonly interactive: boolean;
  readonly timeOutMs: number;
  readonly descriptor: unknown;
}

const scopeEnter = 'modalJavaScriptScopeEnter';
const scopeExit = 'modalJavaScriptScopeExit';

/** One owner at a time. */
export class Modal {
  scope: Scope | undefined;
  holder: Holder | undefined;
  count = 0;
  longestMs = 0;
  readonly scopes: Scope[] = [];
  /** A scope that is on its way in, or handed to the next in line. */
  private entering = false;
  private readonly waiting: (() => void)[] = [];
  private readonly whenReleased: (() => void)[] = [];

  constructor(private readonly session: () => Session) {}

  get isSilent(): boolean {
    return this.scope !== undefined && !this.scope.interactive;
  }

  async execute(target: unknown, given: unknown): Promise<unknown> {
    const session = this.session();
    const settings = readSettings(session, target, given);
    if (this.isInside(session)) return this.runNested(target as Target, settings);
    if (this.scope || this.entering) {
      session.book.refuse(
        'modal.overlap',
        `"${settings.commandName}" while "${this.scope?.commandName ?? 'another'}" ran`,
      );
    }
    await this.enter(session, settings.timeOutMs);
    return this.run(target as Target, settings);
  }

  /** Whether the calling code was started by the scope that runs. */
  private isInside({ lineage }: Session): boolean {
    if (!this.scope) return false;
    return lineage ? lineage.current() === this.scope : true;
  }

  private async enter({ clock }: Session, timeOutMs: number): Promise<void> {
    if (!this.isTaken() && this.waiting.length === 0) {
      this.entering = true;
      await clock.turn();
      return;
    }
    const { done, stop } = clock.wait(timeOutMs);
    let admit = () => {};
    const admitted = new Promise<'admitted'>((resolve) => {
      admit = () => resolve('admitted');
    });
    this.waiting.push(admit);
    const outcome = await Promise.race([admitted, done.then(() => 'late' as const)]);
    stop();
    if (outcome === 'admitted') return;
    const place = this.waiting.indexOf(admit);
    if (place < 0) return;
    this.waiting.splice(place, 1);
    throw this.busy();
  }

  private tellHolder({ kind }: Holder, change: 'enter' | 'exit'): void {
    const { events } = this.session();
    const state = { _enum: 'state', _value: change };
    if (kind === 'dialog') events.emit('action', 'modalStateChanged', { state });
    if (kind === 'tool') events.emit('action', 'toolModalStateChanged', { state });
    if (kind === 'plugin') events.emit('action', change === 'enter' ? scopeEnter : scopeExit, { _obj: change });
  }

  private isTaken(): boolean {
    return this.scope !== undefined || this.holder !== undefined || this.entering;
  }

  private busy(): Error {
    if (this.holder?.kind === 'plugin')
      return platformError(`Plugin: ${this.holder.id} is running a modal command`, busyNumber);
    if (this.scope || this.entering) return platformError('Plugin: this plugin is running a modal command', busyNumber);
    return platformError('The host is in a modal state', busyNumber);
  }

  /** Someone else takes the modal state; only while nobody has it. */
  hold(holder: Holder): void {
    if (this.isTaken()) throw new Error('Something is modal already');
    this.holder = holder;
    this.tellHolder(holder, 'enter');
  }

  release(): void {
    const { holder } = this;
    this.holder = undefined;
    if (holder) this.tellHolder(holder, 'exit');
    for (const tell of this.whenReleased.splice(0)) tell();
    this.admitNext();
  }

  /** Resolves when no dialog of Photoshop is open. */
  async dialogClosed(): Promise<void> {
    if (this.holder?.kind !== 'dialog') return;
    await new Promise<void>((resolve) => this.whenReleased.push(resolve));
  }

  private admitNext(): void {
    if (this.isTaken()) return;
    const next = this.waiting.shift();
    if (!next) return;
    this.entering = true;
    next();
  }

  private async runNested(target: Target, settings: Settings): Promise<unknown> {
    const session = this.session();
    const { scope } = this;
    if (!scope) throw platformError('The host is in a modal state', busyNumber);
    const { context, end } = createContext(session, scope);
    try {
      return await target(context, settings.descriptor);
    } finally {
      end();
    }
  }

  private async run(target: Target, { commandName, interactive, descriptor }: Settings): Promise<unknown> {
    const session = this.session();
    const scope = new Scope(commandName, interactive);
    this.scope = scope;
    this.scopes.push(scope);
    this.entering = false;
    session.events.emit('action', scopeEnter, { _obj: scopeEnter });
    const { context, end } = createContext(session, scope);
    const stopWatch = startStopWatch(session);
    try {
      const body = () => Promise.resolve().then(() => target(context, descriptor));
      const value = await (session.lineage ? session.lineage.run(scope, body) : body());
      if (scope.pending > 0) {
        session.book.refuse('modal.unawaited', `${scope.pending} host calls were open when "${commandName}" ended`);
      }
      resumeAll(session, scope, 'commit');
      return value;
    } catch (error) {
      resumeAll(session, scope, 'roll-back');
      throw session.switches.errorMessage === 'lost' ? withoutMessage(error) : error;
    } finally {
      end();
      this.close(scope, stopWatch());
    }
  }

  private close(scope: Scope, hostMs: number): void {
    const session = this.session();
    for (const id of scope.closeAtEnd) {
      const document = session.workspace.find(id);
      if (document) session.workspace.close(document);
    }
    scope.ended = true;
    this.scope = undefined;
    this.count++;
    this.longestMs = Math.max(this.longestMs, hostMs);
    if (hostMs > session.modalBudgetMs) {
      session.book.refuse('modal.slow', `"${scope.commandName}" lasted ${Math.round(hostMs)} ms`);
    }
    session.events.emit('action', scopeExit, { _obj: scopeExit });
    this.admitNext();
  }

  /** The user presses Escape. */
  cancel(): void {
    const { scope } = this;
    if (!scope || scope.cancelled) return;
    scope.cancelled = true;
    for (const tell of scope.onCancel) tell();
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
