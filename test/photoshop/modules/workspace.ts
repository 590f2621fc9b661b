import { allLayers } from '../model/findLayer';
import type { DocumentState } from '../model/state';
import { platformError } from './errors';
import { History } from './history';
import type { Switches } from './switches';

export type OpenedBy = 'user' | 'plugin';

/** One document that is open. */
export class OpenDocument {
  /** The state that is on disk; absent: never saved. */
  savedState: DocumentState | undefined;
  private readonly everHad = new Set<number>();
  private highestLayer = 0;

  constructor(
    readonly id: number,
    public title: string,
    public path: string,
    readonly history: History,
    readonly openedBy: OpenedBy,
    readonly hidden: boolean,
  ) {
    this.remember();
  }

  get state(): DocumentState {
    return this.history.current;
  }

  /** Whether a layer of this id has ever stood in the document. */
  everHadLayer(id: number): boolean {
    return this.everHad.has(id);
  }

  nextLayerId(): number {
    this.remember();
    return ++this.highestLayer;
  }

  /** Takes note of the layers that are there. */
  remember(): void {
    for (const { id } of allLayers(this.state)) {
      this.everHad.add(id);
      this.highestLayer = Math.max(this.highestLayer, id);
    }
  }
}

export interface NewDocument {
  readonly title: string;
  readonly path: string;
  readonly state: DocumentState;
  readonly openedBy: OpenedBy;
  readonly hidden?: boolean;
  readonly historyName?: string;
}

/** The open documents, and which one is in front. */
export class Workspace {
  private readonly open_: OpenDocument[] = [];
  private front: OpenDocument | undefined;
  private lastDocument = 0;
  private lastHistory = 0;

  constructor(private readonly switches: Readonly<Switches>) {}

  /** Those that the user sees. */
  get documents(): readonly OpenDocument[] {
    return this.open_.filter((document) => !document.hidden);
  }

  get everything(): readonly OpenDocument[] {
    return this.open_;
  }

  get active(): OpenDocument | undefined {
    return this.front;
  }

  /** A document of this id was open at some time. */
  everHad(id: number): boolean {
    return id >= 1 && id <= this.lastDocument;
  }

  find(id: number): OpenDocument | undefined {
    return this.open_.find((document) => document.id === id);
  }

  open({ title, path, state, openedBy, hidden = false, historyName = 'Open' }: NewDocument): OpenDocument {
    const history = new History(state, historyName, () => ++this.lastHistory, this.switches);
    const document = new OpenDocument(++this.lastDocument, title, path, history, openedBy, hidden);
    if (path !== '') document.savedState = state;
    this.open_.push(document);
    if (!hidden) this.front = document;
    return document;
  }

  activate(document: OpenDocument): void {
    this.front = document;
  }

  close(document: OpenDocument): void {
    const index = this.open_.indexOf(document);
    if (index < 0) throw platformError('The document is not open.', -25922);
    this.open_.splice(index, 1);
    if (this.front === document) this.front = this.documents.at(-1);
  }
}
