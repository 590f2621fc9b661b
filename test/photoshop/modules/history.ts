import type { DocumentState, LayerState } from '../model/state';
import { platformError } from './errors';
import type { Switches } from './switches';

export interface HistoryEntry {
  readonly id: number;
  readonly name: string;
  readonly state: DocumentState;
}

interface Suspended {
  readonly token: object;
  readonly before: DocumentState;
  readonly name: string;
}

/** How many states are kept, as Photoshop's preference has it by default. */
const kept = 50;

/**
 * The states of one document. A state never changes, so an entry is a reference, rolling back is taking an old
 * reference, and nothing is copied.
 */
export class History {
  private entries: HistoryEntry[];
  private index = 0;
  private present: DocumentState;
  private readonly suspended: Suspended[] = [];

  constructor(
    opened: DocumentState,
    name: string,
    private readonly nextId: () => number,
    private readonly switches: Readonly<Switches>,
  ) {
    this.present = opened;
    this.entries = [{ id: nextId(), name, state: opened }];
  }

  get current(): DocumentState {
    return this.present;
  }

  get isSuspended(): boolean {
    return this.suspended.length > 0;
  }

  get active(): HistoryEntry {
    return this.entries[this.index];
  }

  get states(): readonly HistoryEntry[] {
    return this.entries;
  }

  stateWithId(id: number): DocumentState | undefined {
    if (id === this.active.id) return this.present;
    return this.entries.find((entry) => entry.id === id)?.state;
  }

  /** A change that the history shows: one new state, unless the history is suspended. */
  commit(state: DocumentState, name: string): void {
    this.present = state;
    if (!this.isSuspended) this.push(name);
  }

  /** A change that the history does not show: it belongs to the state that is there. */
  amend(state: DocumentState): void {
    this.present = state;
    if (!this.isSuspended) this.entries[this.index] = { ...this.active, state };
  }

  suspend(name: string, token: object): void {
    this.suspended.push({ token, before: this.present, name });
  }

  /** The innermost suspension ends: its changes become one state, or as if they had never been. */
  resume(token: object, ending: 'commit' | 'roll-back', finalName?: string): void {
    const innermost = this.suspended.at(-1);
    if (innermost?.token !== token) throw platformError('The history suspension is not the current one.');
    this.suspended.pop();
    if (ending === 'commit') this.commitSuspended(innermost, finalName);
    else this.rollBack(innermost);
  }

  private commitSuspended({ before, name }: Suspended, finalName?: string): void {
    if (this.isSuspended || this.present === before) return;
    const isAmendment = differsUnrecorded(this.present, before, () => this.switches.visibilityHistory === 'none');
    if (isAmendment) this.amend(this.present);
    else this.push(finalName ?? name);
  }

  private rollBack({ before, name }: Suspended): void {
    const left = this.present;
    this.present = before;
    if (sameVisibility(left.layers, before.layers)) return;
    const { rollbackVisibility } = this.switches;
    if (rollbackVisibility === 'kept') this.amend(withVisibilityOf(left, before));
    if (rollbackVisibility === 'trace' && !this.isSuspended) this.push(name);
  }

  /** Goes to another state, as a click on it in the History panel would. */
  goTo(id: number): void {
    const index = this.entries.findIndex((entry) => entry.id === id);
    if (index < 0) throw platformError('The history state is not available.', -25922);
    this.index = index;
    this.present = this.active.state;
  }

  step(by: 1 | -1): void {
    const next = this.entries.at(Math.max(0, this.index + by));
    if (next) this.goTo(next.id);
  }

  private push(name: string): void {
    const entry = { id: this.nextId(), name, state: this.present };
    this.entries = [...this.entries.slice(0, this.index + 1), entry].slice(-kept);
    this.index = this.entries.length - 1;
  }
}

/** Whether two states differ only in what the history does not show: the active layers and, perhaps, visibility. */
function differsUnrecorded(a: DocumentState, b: DocumentState, hidesVisibility: () => boolean): boolean {
  const { layers: layersA, activeLayers: _a, ...restA } = a;
  const { layers: layersB, activeLayers: _b, ...restB } = b;
  if (!sameMembers(restA, restB)) return false;
  return layersA === layersB || (sameButVisibility(layersA, layersB) && hidesVisibility());
}

function sameMembers(a: object, b: object): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => Reflect.get(a, key) === Reflect.get(b, key));
}

function sameButVisibility(a: readonly LayerState[], b: readonly LayerState[]): boolean {
  return a.length === b.length && a.every((layer, index) => sameLayerButVisibility(layer, b[index]));
}

function sameLayerButVisibility(a: LayerState, b: LayerState): boolean {
  if (a === b) return true;
  const { visible: _a, children: childrenA = [], ...restA } = a;
  const { visible: _b, children: childrenB = [], ...restB } = b;
  return sameMembers(restA, restB) && sameButVisibility(childrenA, childrenB);
}

function sameVisibility(a: readonly LayerState[], b: readonly LayerState[]): boolean {
  const visibleIn = new Map(flatten(a).map((layer) => [layer.id, layer.visible]));
  return flatten(b).every((layer) => (visibleIn.get(layer.id) ?? layer.visible) === layer.visible);
}

function withVisibilityOf(shown: DocumentState, state: DocumentState): DocumentState {
  const visibleIn = new Map(flatten(shown.layers).map((layer) => [layer.id, layer.visible]));
  const set = (layer: LayerState): LayerState => ({
    ...layer,
    visible: visibleIn.get(layer.id) ?? layer.visible,
    ...(layer.children && { children: layer.children.map(set) }),
  });
  return { ...state, layers: state.layers.map(set) };
}

function flatten(layers: readonly LayerState[]): readonly LayerState[] {
  return layers.flatMap((layer) => [layer, ...flatten(layer.children ?? [])]);
}
