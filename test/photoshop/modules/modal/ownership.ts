import { busyNumber, platformError } from '../errors';
import type { Session } from '../session';

/** Who else can keep Photoshop modal. */
export type Holder =
  | { readonly kind: 'plugin'; readonly id: string }
  | { readonly kind: 'dialog' }
  | { readonly kind: 'tool' }
  | { readonly kind: 'playback' };

export const scopeEnter = 'modalJavaScriptScopeEnter';
export const scopeExit = 'modalJavaScriptScopeExit';

/** Who has the modal state, and who waits for it: one owner at a time, first come, first served. */
export class Ownership {
  private holder: Holder | undefined;
  /** The plugin has it, or is on its way in. */
  private ours = false;
  private readonly waiting: (() => void)[] = [];
  private readonly whenReleased: (() => void)[] = [];

  constructor(private readonly session: () => Session) {}

  get isOurs(): boolean {
    return this.ours;
  }

  /** Resolves when the plugin has it; rejects with the number 9 when that takes too long. */
  async take(timeOutMs: number): Promise<void> {
    const { clock } = this.session();
    if (!this.isTaken && this.waiting.length === 0) {
      this.ours = true;
      await clock.turn();
      return;
    }
    const patience = clock.wait(timeOutMs);
    let admit = () => {};
    const admitted = new Promise<void>((resolve) => {
      admit = resolve;
    });
    this.waiting.push(admit);
    await Promise.race([admitted, patience.done]);
    patience.stop();
    const place = this.waiting.indexOf(admit);
    if (place < 0) return;
    this.waiting.splice(place, 1);
    throw this.busy();
  }

  giveBack(): void {
    this.ours = false;
    this.admitNext();
  }

  /** Someone else takes it; only while nobody has it. */
  hold(holder: Holder): void {
    if (this.isTaken) throw new Error('Something is modal already');
    this.holder = holder;
    this.tell(holder, 'enter');
  }

  release(): void {
    const { holder } = this;
    this.holder = undefined;
    if (holder) this.tell(holder, 'exit');
    for (const hear of this.whenReleased.splice(0)) hear();
    this.admitNext();
  }

  get hasDialog(): boolean {
    return this.holder?.kind === 'dialog';
  }

  /** Resolves when the holder lets go. */
  released(): Promise<void> {
    return new Promise((resolve) => this.whenReleased.push(resolve));
  }

  private get isTaken(): boolean {
    return this.ours || this.holder !== undefined;
  }

  private admitNext(): void {
    if (this.isTaken) return;
    const next = this.waiting.shift();
    if (!next) return;
    this.ours = true;
    next();
  }

  private busy(): Error {
    if (!this.ours && this.holder?.kind !== 'plugin') {
      return platformError('The host is in a modal state', busyNumber);
    }
    const id = this.holder?.kind === 'plugin' ? this.holder.id : 'this plugin';
    return platformError(`Plugin: ${id} is running a modal command`, busyNumber);
  }

  private tell({ kind }: Holder, change: 'enter' | 'exit'): void {
    const { events } = this.session();
    const state = { _enum: 'state', _value: change };
    if (kind === 'dialog') events.emit('action', 'modalStateChanged', { state });
    if (kind === 'tool') events.emit('action', 'toolModalStateChanged', { state });
    if (kind === 'plugin') events.emit('action', change === 'enter' ? scopeEnter : scopeExit, { _obj: change });
  }
}
