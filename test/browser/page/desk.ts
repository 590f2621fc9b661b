import { canvasOf } from '../../photoshop/model/rects';
import type { Control } from '../../photoshop/modules/control/control';
import { download } from './download';
import { gatherFile } from './gatherFile';
import type { Photograph } from './photographs';
import { type Area, type Joining, joined } from './select/area';
import { readSettings, type Settings, writeSettings } from './settings';
import { snapshotOf, type Snapshot } from './snapshot';
import type { Stage } from './stage/openStage';
import { Unsaved } from './unsaved';

export interface DeskState extends Snapshot {
  readonly settings: Settings;
  /** Something is being opened or written. */
  readonly work: string | undefined;
  /** What went wrong last. */
  readonly trouble: string | undefined;
}

/** What the person before the page can do, and what there is to see. */
export class Desk {
  private readonly listeners = new Set<() => void>();
  private state: DeskState = { ...nothing, settings: readSettings(), work: undefined, trouble: undefined };
  private stage: Stage | undefined;
  private readonly unsaved = new Unsaved();
  /** Whoever has agreed to lose what is open is not asked twice. */
  private leaving: 'asked' | 'not asked' = 'not asked';

  readonly get = (): DeskState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** From now on the page follows what happens in Photoshop. */
  begin(stage: Stage): void {
    this.stage = stage;
    addEventListener('beforeunload', (event) => {
      if (this.leaving === 'not asked' && this.titlesAtStake().length > 0) event.preventDefault();
    });
    const follow = () => {
      this.look();
      requestAnimationFrame(follow);
    };
    follow();
  }

  get core(): Stage['core'] | undefined {
    return this.stage?.core;
  }

  set(settings: Partial<Settings>): void {
    this.change({ settings: { ...this.state.settings, ...settings } });
    writeSettings(this.state.settings);
  }

  /** As when Photoshop is started in another language: what is open is closed, what is not saved only if that is agreed to. */
  startIn(language: Settings['language']): void {
    if (!this.mayLose('The panel starts anew in the other language, and what is open is closed.')) return;
    this.leaving = 'asked';
    this.set({ language });
    const address = new URL(location.href);
    address.searchParams.delete('language');
    location.replace(address);
  }

  async open(file: File): Promise<void> {
    await this.working(`Opening ${file.name} …`, async ({ user }) => {
      await user.openFile(file.name, new Uint8Array(await file.arrayBuffer()));
    });
  }

  /** A photograph of ours, with the selection that is prepared for it. */
  async openPhotograph({ file, selection }: Photograph): Promise<void> {
    await this.working(`Opening ${file} …`, async ({ user }) => {
      const id = await user.openFile(file, await bytesAt(`/photos/${file}`));
      sessionStorage.setItem('inlay.open', file);
      if (selection === undefined || !this.core) return;
      const mask = await this.core.readDocument(selection, await bytesAt(`/photos/${selection}`));
      const samples = mask.layers[0]?.pixels.read().color[0];
      if (samples) user.select(id, { bounds: canvasOf(mask), samples }, 'Load Selection');
    });
  }

  async save(): Promise<void> {
    const { document, front } = this.state;
    if (!document || !this.core || front === undefined) return;
    const { core } = this;
    await this.working('Writing the file …', async () => {
      const file = await gatherFile(core.psdParts(document));
      download(file, `${nameOf(front.title)}.${core.formatOf(document)}`);
      this.unsaved.saved(front.id, document);
    });
  }

  /** Closes a document; one that is not saved only if that is agreed to. */
  close(id: number): void {
    const { stage } = this;
    const title = stage?.photoshop.control.documents().find((one) => one.id === id)?.title;
    const isAtStake = title !== undefined && this.titlesAtStake(id).length > 0;
    if (isAtStake && !confirm(`“${title}” is not saved. Close it all the same?`)) return;
    this.act(({ user }) => user.close(id));
  }

  /** Joins what a tool has drawn with what is selected. */
  select(drawn: Area | undefined, joining: Joining, name: string): void {
    this.act(({ user }, id) => {
      const { document } = this.state;
      if (!document || (!drawn && joining !== 'replace')) return;
      const after = drawn && joined(document.selection, drawn, joining, canvasOf(document), document.depth);
      if (after || document.selection) user.select(id, after, after ? name : 'Deselect');
    });
  }

  /** Does something to the document in front; while the plugin holds Photoshop, nothing. */
  act(deed: (control: Control, document: number) => void): void {
    const { front } = this.state;
    const control = this.stage?.photoshop.control;
    if (!control || front === undefined || control.modal.isOpen) return;
    this.trying(() => deed(control, front.id));
    this.look();
  }

  report(trouble: string | undefined): void {
    this.change({ trouble });
  }

  private titlesAtStake(only?: number): readonly string[] {
    const control = this.stage?.photoshop.control;
    return control ? this.unsaved.titles(control, only) : [];
  }

  /** Asks, where anything is open that no file holds. */
  private mayLose(why: string): boolean {
    const titles = this.titlesAtStake();
    return titles.length === 0 || confirm(`${why} Not saved: ${titles.join(', ')}. Go on all the same?`);
  }

  private async working(work: string, deed: (control: Control) => Promise<void>): Promise<void> {
    const control = this.stage?.photoshop.control;
    if (!control || this.state.work !== undefined) return;
    this.change({ work, trouble: undefined });
    await painted();
    try {
      await deed(control);
    } catch (error) {
      this.change({ trouble: sentence(error) });
    }
    this.change({ work: undefined });
  }

  private trying(deed: () => void): void {
    try {
      deed();
    } catch (error) {
      this.change({ trouble: sentence(error) });
    }
  }

  /** Takes note of what has changed; while a scope of the plugin runs, what it does in between is not shown. */
  private look(): void {
    const { stage, state } = this;
    if (!stage || stage.photoshop.control.modal.isOpen) return;
    this.unsaved.notice(stage.photoshop.control);
    const snapshot = snapshotOf(stage, state);
    if (snapshot !== state) this.change(snapshot);
  }

  private change(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

const nothing: Snapshot = {
  documents: [],
  front: undefined,
  document: undefined,
  history: [],
  historyState: undefined,
  notes: [],
  alerts: [],
  refusals: 0,
};

/** Until the page has shown what it says. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}

async function bytesAt(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} is not there.`);
  return new Uint8Array(await answer.arrayBuffer());
}

function nameOf(title: string): string {
  return title.replace(/\.(psd|psb|png|jpe?g)$/i, '');
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
