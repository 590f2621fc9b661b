import type { HostClock } from './clock';
import type { Switches } from './switches';

export type Descriptor = Readonly<Record<string, unknown>>;
export type Listener = (event: string, descriptor: Descriptor) => void;
export type EventGroup = 'action' | 'UI' | 'OS';

interface Subscription {
  readonly group: EventGroup;
  readonly event: string;
  readonly listener: Listener;
}

/** Events that are heard even while a non-interactive scope silences all others. */
const scopeEvents = new Set(['modalJavaScriptScopeEnter', 'modalJavaScriptScopeExit']);

/** Tells the plugin what happened, some time afterwards. */
export class Events {
  private subscriptions: Subscription[] = [];
  readonly delivered: string[] = [];

  constructor(
    private readonly clock: HostClock,
    private readonly switches: Readonly<Switches>,
    private readonly isSilent: () => boolean,
    private readonly onListenerError: (error: unknown) => void,
  ) {}

  add(group: EventGroup, events: readonly string[], listener: Listener): void {
    for (const event of events) {
      if (!this.subscriptions.some((one) => one.event === event && one.listener === listener && one.group === group)) {
        this.subscriptions.push({ group, event, listener });
      }
    }
  }

  remove(group: EventGroup, events: readonly string[], listener: Listener): void {
    this.subscriptions = this.subscriptions.filter(
      (one) => one.group !== group || one.listener !== listener || !events.includes(one.event),
    );
  }

  /** Delivered in a later turn, unless a scope or a habit of the platform silences it. */
  emit(group: EventGroup, event: string, descriptor: Descriptor): void {
    if (this.isSilent() && !scopeEvents.has(event)) return;
    if (this.isMissing(event, descriptor)) return;
    void this.clock.turn().then(() => this.deliver(group, event, descriptor));
  }

  private isMissing(event: string, descriptor: Descriptor): boolean {
    if (scopeEvents.has(event) || !this.subscriptions.some((one) => one.event === event || one.event === 'all'))
      return false;
    const isOfDocument =
      ['open', 'newDocument', 'close'].includes(event) || (event === 'select' && targets(descriptor, 'document'));
    const { events } = this.switches;
    return events === 'none' || (events === 'noDocumentEvents' && isOfDocument);
  }

  private deliver(group: EventGroup, event: string, descriptor: Descriptor): void {
    for (const subscription of [...this.subscriptions]) {
      if (subscription.group !== group) continue;
      if (subscription.event !== event && subscription.event !== 'all') continue;
      this.delivered.push(event);
      try {
        subscription.listener(event, structuredCopy(descriptor));
      } catch (error) {
        this.onListenerError(error);
      }
    }
  }
}

function targets(descriptor: Descriptor, kind: string): boolean {
  const [first] = (descriptor['_target'] ?? []) as readonly { readonly _ref?: string }[];
  return first?._ref === kind;
}

/** Descriptors are plain data, so that a copy through JSON loses nothing. */
function structuredCopy(descriptor: Descriptor): Descriptor {
  return JSON.parse(JSON.stringify(descriptor)) as Descriptor;
}
