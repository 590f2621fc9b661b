import type { HostClock } from './clock';
import type { Core } from './core';
import type { Events } from './events';
import type { ImageStore } from './imaging/imageStore';
import type { Meter } from './meter';
import type { Lineage } from './modal/lineage';
import type { Modal } from './modal/modal';
import type { RuleBook } from './rules';
import type { Switches } from './switches';
import type { Entries } from './uxp/entries';
import type { Files } from './uxp/files';
import type { OpenDocument, Workspace } from './workspace';

/** The steps of the Action that is being recorded. */
export interface Recording {
  on: boolean;
  readonly steps: RecordedStep[];
}

export interface RecordedStep {
  readonly name: string;
  readonly methodName: string;
  readonly info: unknown;
}

/** Everything that one running Photoshop consists of; the modules are doors into it. */
export interface Session {
  readonly book: RuleBook;
  readonly switches: Readonly<Switches>;
  readonly clock: HostClock;
  readonly meter: Meter;
  readonly core: Core;
  readonly lineage: Lineage | undefined;
  readonly modal: Modal;
  readonly modalBudgetMs: number;
  readonly events: Events;
  readonly workspace: Workspace;
  readonly images: ImageStore;
  readonly developerMode: boolean;
  /** Called before every host call, by its name: where a test lets something happen at a chosen moment. */
  readonly onHostCall: Set<(call: string, index: number) => void>;
  readonly counters: { hostCalls: number };
  /** Tells listeners that the history of a document has changed. */
  readonly reportHistory: (document: OpenDocument) => void;
  readonly files: Files;
  readonly entries: Entries;
  /** What the user was shown in alerts. */
  readonly alerts: string[];
  readonly recording: Recording;
  /** The same numbers every time. */
  readonly random: () => number;
}
