import type { DocumentState } from '../../model/state';
import type { ObjectUrls, ShownImage } from '../globals/imageBlob';
import type { HistoryEntry } from '../history';
import { createContext } from '../modal/context';
import type { Holder } from '../modal/ownership';
import { Scope } from '../modal/scope';
import { demand, type Refusal, type Rule } from '../rules';
import type { RecordedStep, Session } from '../session';
import type { Entrypoints } from '../uxp/entrypoints';
import type { PickerAnswers } from '../uxp/localFileSystem';
import { allowsAddress, type Manifest } from '../uxp/manifest';
import { createHand, type Hand } from './hand';
import { ownBytes } from './ownBytes';

/** The side of the test: the hand of the user, and the instruments. */
export interface Control {
  /** What the user does to documents. */
  readonly user: Hand;
  /** Rules that the plugin broke, also where it caught the answer. */
  readonly refusals: readonly Refusal[];
  readonly rules: { exercised(): readonly Rule[]; neverExercised(): readonly Rule[] };
  readonly entrypoints: Entrypoints;
  readonly pickers: PickerAnswers;
  readonly alerts: readonly string[];
  readonly openedAddresses: readonly string[];
  readonly delivered: readonly string[];
  readonly imaging: { readonly undisposed: number; readonly peakBytes: number };
  readonly modal: { readonly count: number; readonly longestMs: number; readonly isOpen: boolean };
  /** What the plugin reported to the progress bar of its latest scope. */
  readonly progress: readonly { readonly value?: number; readonly commandName?: string }[];
  readonly hostCalls: number;
  readonly objectUrls: number;
  /** The picture behind an object URL, as an `<img>` would show it. */
  shownAt(address: string): ShownImage | undefined;
  /** What an `<img>` does before it loads: a web address that the manifest does not list is a refusal. */
  demandMayLoad(address: string): void;
  /** The documents that the user sees, in the order in which they were opened, and the one in front. */
  documents(): readonly { readonly id: number; readonly title: string }[];
  front(): number | undefined;
  state(document: number): DocumentState;
  /** The entries of the History panel, oldest first. */
  history(document: number): readonly HistoryEntry[];
  /** The entry at which the document stands. */
  historyState(document: number): number;
  /** Documents that the plugin opened and left open. */
  leftOpen(): readonly number[];
  /** Bytes of all buffers that the stand-in itself holds. */
  ownBytes(): number;
  /** Lets an instrument work on the stand-in's own time: the plugin is not held to it. */
  aside<T>(work: () => T): T;
  /** Another plugin, a dialog or a tool takes the modal state. */
  takeModal(holder: Holder): void;
  releaseModal(): void;
  /** Escape, while a scope of the plugin runs. */
  pressEscape(): void;
  /** Calls back before host calls, with their names and running number. Answers how to stop. */
  onHostCall(hear: (call: string, index: number) => void): () => void;
  /** Makes the host believe that time has passed. */
  skip(milliseconds: number): void;
  fillDisk(isFull: boolean): void;
  startRecording(): void;
  stopRecording(): readonly RecordedStep[];
  /** Plays a recorded step: calls the function of that name on the plugin's global object. */
  playStep(globals: object, step: Omit<RecordedStep, 'name'>): Promise<unknown>;
}

export interface ControlParts {
  readonly entrypoints: Entrypoints;
  readonly pickers: PickerAnswers;
  readonly opened: readonly string[];
  readonly urls: ObjectUrls;
  readonly manifest: Manifest;
}

export function createControl(
  session: Session,
  { entrypoints, pickers, opened, urls, manifest }: ControlParts,
): Control {
  const { book, modal, images, workspace, events } = session;
  const documentOf = (id: number) => {
    const found = workspace.find(id);
    if (!found) throw new Error(`Document ${id} is not open`);
    return found;
  };
  return {
    user: createHand(session),
    refusals: book.refusals,
    rules: { exercised: () => book.exercised(), neverExercised: () => book.neverExercised() },
    entrypoints,
    pickers,
    alerts: session.alerts,
    openedAddresses: opened,
    delivered: events.delivered,
    imaging: {
      get undisposed() {
        return images.undisposed;
      },
      get peakBytes() {
        return images.peakBytes;
      },
    },
    modal: {
      get count() {
        return modal.count;
      },
      get longestMs() {
        return modal.longestMs;
      },
      get isOpen() {
        return modal.scope !== undefined;
      },
    },
    get progress() {
      return modal.scopes.at(-1)?.progress ?? [];
    },
    get hostCalls() {
      return session.counters.hostCalls;
    },
    get objectUrls() {
      return urls.live;
    },
    shownAt: (address) => urls.find(address),
    demandMayLoad(address) {
      if (/^https?:/.test(address)) demand(book, 'network.origin', allowsAddress(manifest, address), address);
    },
    documents: () => workspace.documents.map(({ id, title }) => ({ id, title })),
    front: () => workspace.active?.id,
    state: (id) => documentOf(id).state,
    history: (id) => documentOf(id).history.states,
    historyState: (id) => documentOf(id).history.active.id,
    leftOpen: () => workspace.everything.filter((one) => one.openedBy === 'plugin').map((one) => one.id),
    ownBytes: () => ownBytes(session),
    aside: (work) => session.meter.work(work),
    takeModal: (holder) => modal.ownership.hold(holder),
    releaseModal: () => modal.ownership.release(),
    pressEscape: () => modal.cancel(),
    onHostCall(hear) {
      session.onHostCall.add(hear);
      return () => void session.onHostCall.delete(hear);
    },
    skip: (milliseconds) => session.clock.skip(milliseconds),
    fillDisk(isFull) {
      session.files.isFull = isFull;
    },
    startRecording() {
      session.recording.on = true;
    },
    stopRecording() {
      session.recording.on = false;
      return session.recording.steps.splice(0);
    },
    playStep: (globals, step) => playStep(session, globals, step),
  };
}

/** Playback of an Action: it may hold the modal state, and may or may not wait for the handler. */
async function playStep(session: Session, globals: object, { methodName, info }: Omit<RecordedStep, 'name'>) {
  const handler = Reflect.get(globals, methodName) as ((...given: unknown[]) => unknown) | undefined;
  if (typeof handler !== 'function') throw new Error(`There is no global function ${methodName}`);
  const { context, end } = createContext(session, new Scope('Action', false));
  const isModal = session.switches.playbackModal === 'modal';
  if (isModal) session.modal.ownership.hold({ kind: 'playback' });
  const finish = () => {
    end();
    if (isModal) session.modal.ownership.release();
  };
  const answer = Promise.resolve().then(() => handler(context, JSON.parse(JSON.stringify(info))));
  if (session.switches.playbackWaits === 'waits') return answer.finally(finish);
  await session.clock.turn();
  finish();
  return { running: answer };
}
