import type { DocumentId, JobId } from '../base/ids';
import type { Extension } from '../edit/extension';
import type { RunnableOperation } from '../edit/operations';
import type { Addition, Edits } from '../edit/prompts/composePrompt';
import type { RequestedReference, SeenLook } from '../edit/requestFields';
import type { Step } from '../edit/step';
import type { DocumentGlance, ShowablePicture } from '../host/host';
import type { CatalogSource } from './catalogInUse';
import type { Explanation } from './explain';
import type { JobState } from './jobs/job';

/** The whole world of the panel. The panel shows it and sends commands; it changes nothing itself. */
export interface AppState {
  readonly view: View;
  /** Nothing where no document is open. */
  readonly document: DocumentGlance | undefined;
  readonly draft: Draft;
  readonly proposal: Proposal;
  /** What can be shown to a model, as it was when somebody last looked. */
  readonly showable: readonly ShowablePicture[];
  readonly offer: Offer;
  /** The job that runs or ran last; nothing before the first. */
  readonly job: Job | undefined;
  /** Answers that are neither placed nor discarded, newest first. */
  readonly results: readonly Result[];
  /** What was placed in this session, newest first. */
  readonly placed: readonly PlacedRecord[];
  /** News that is not tied to a job: a setting that could not be kept, a result whose document is gone. */
  readonly notice: Explanation | undefined;
  readonly settings: Settings;
  /** Everybody who can be asked, in the catalog's order. */
  readonly services: readonly Service[];
  readonly spending: Spending;
  /** What was kept and discarded so far, by kind of wish and model. */
  readonly learned: readonly LearnedLine[];
  /** Where the models come from. */
  readonly catalog: CatalogSource;
}

/** A service as the settings show it. Its key is never here: only its end. */
export interface Service {
  readonly id: string;
  readonly label: string;
  /** `own`: a server of the retoucher's, which needs an address and seldom a key. */
  readonly needs: 'required' | 'own' | 'none';
  /** `lost`: it was entered once, and the host's secret store no longer has it. */
  readonly key: 'kept' | 'lost' | 'none';
  /** The last four letters of a key; empty where there is none, or where that would tell too much. */
  readonly ending: string;
  /** Empty where the usual one stands. */
  readonly address: string;
  readonly usualAddress: string;
  /** The kind of server behind the address; empty for the service itself. */
  readonly preset: string;
  readonly presets: readonly { readonly id: string; readonly label: string }[];
  /** The service whose storage it needs. */
  readonly through: string | undefined;
}

/** US dollars. */
export interface Spending {
  /** `damaged`: nobody knows what was spent, and the sums mean nothing. */
  readonly ledger: 'kept' | 'damaged';
  readonly day: number;
  readonly month: number;
  /** By the client of the settings, ever. */
  readonly client: number;
  /** Of this month: what nobody knows to have been charged. */
  readonly unsure: number;
}

/** One line of what was learned. */
export interface LearnedLine {
  readonly model: string;
  readonly wishes: string;
  readonly kept: number;
  /** Kept, discarded and run again together. */
  readonly results: number;
}

export type View = 'edit' | 'results' | 'settings';

/** What the next edit would be asked to do. */
export interface Draft {
  readonly operation: RunnableOperation;
  /** While Inlay chooses the operation, it follows the proposal. */
  readonly operationBy: 'inlay' | 'you';
  readonly prompt: string;
  /** `auto`, or the name of a model that was chosen for this operation. */
  readonly model: string;
  /** What the retoucher made of the words that helpers add, each for the words it replaced; empty text leaves them out. */
  readonly helpers: Edits;
  /** Light and grade, where somebody has looked; of the document and for the target that they were measured at. */
  readonly seen: { readonly document: DocumentId; readonly look: SeenLook } | undefined;
  /** Document pixels, 0 to 256. */
  readonly grow: number;
  /** Document pixels, 0 to 256. */
  readonly feather: number;
  /** In the order in which the prompt counts them. */
  readonly references: readonly RequestedReference[];
  /** Where the canvas goes when the picture is extended. */
  readonly growth: Extension;
  /** How much of the reference's look a style takes over, 0 to 1. */
  readonly strength: number;
  /** Answers per run, 1 to 8. */
  readonly variants: number;
  /** Nothing where every run draws another one. */
  readonly seed: number | undefined;
}

/** The operation that fits what is there, and by what it was found. */
export interface Proposal {
  readonly operation: RunnableOperation;
  readonly because:
    'needs-no-key' | 'nothing' | 'selection' | 'removal' | 'selection-prompt' | 'prompt' | 'product' | 'style';
}

/** What pressing Run would do, or why it cannot be pressed. */
export type Offer =
  | {
      readonly kind: 'ready';
      readonly model: string;
      readonly modelId: string;
      /** Whether the model is kept for this operation for good. */
      readonly pinned: 'yes' | 'no';
      /** At most four words. */
      readonly reason: string;
      /** Of the whole run, and of one variant. */
      readonly price: string;
      readonly priceEach: string;
      /** Why a limit of the settings would not let it through; nothing where none does. */
      readonly objection?: Explanation;
      /** `native`, or a factor. */
      readonly scale: string;
      /** What would be sent besides the retoucher's own words. */
      readonly additions: readonly Addition[];
      /** Who would be asked if this one could not answer. */
      readonly runnerUp: ModelChoice | undefined;
      /** The other models that do this: first those that can be asked, then those that lack a key or an address. */
      readonly choices: readonly ModelChoice[];
      /** Pixels of the crop that the model would see. */
      readonly sent: { readonly width: number; readonly height: number };
    }
  | { readonly kind: 'blocked'; readonly why: Explanation }
  | { readonly kind: 'running' };

/** Another model, for the retoucher to choose. */
export interface ModelChoice {
  readonly id: string;
  readonly label: string;
  /** Of one variant. */
  readonly price: string;
  /** Why it was not chosen, or cannot be: one sentence. */
  readonly note: string;
  readonly state: 'enabled' | 'disabled';
}

export interface Job {
  readonly id: JobId;
  readonly operation: RunnableOperation;
  readonly documentTitle: string;
  readonly state: JobState;
  /** Milliseconds so far of every step that has begun. */
  readonly steps: readonly StepTime[];
}

export interface StepTime {
  readonly step: Step;
  readonly milliseconds: number;
}

export type { CatalogSource } from './catalogInUse';
export type { HelperId } from '../edit/prompts/additionIds';
export type { Addition, Edits } from '../edit/prompts/composePrompt';
export type { ShowablePicture } from '../host/host';
export type { RequestedReference } from '../edit/requestFields';
export { type Step, steps } from '../edit/step';

export interface Result {
  readonly id: JobId;
  readonly operation: RunnableOperation;
  readonly documentTitle: string;
  /** Addresses for <img>, of equal size: what was there, and what it would be. */
  readonly before: Picture;
  readonly after: Picture;
  readonly model: string;
  readonly price: string;
  /** `Fits.` or what does not, in one sentence. */
  readonly verdict: Verdict;
  readonly measures: readonly Measure[];
  readonly placing: boolean;
}

export interface Picture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

export type Verdict =
  | { readonly kind: 'fits'; readonly sentence: string }
  | { readonly kind: 'look'; readonly badge: string; readonly sentence: string };

export interface Measure {
  readonly label: string;
  readonly value: string;
}

export interface PlacedRecord {
  readonly id: JobId;
  readonly title: string;
  readonly detail: string;
  readonly picture: Picture;
}

export interface Settings {
  /** Whether a result is placed as soon as it is there. */
  readonly placeAutomatically: boolean;
  /** Whether a recorded Action waits for the edit, or goes on at once. */
  readonly actionsWait: boolean;
  /** Where services are reached instead of at their own address, by provider; without a slash at the end. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** The kind of server behind such an address, where a provider knows several. */
  readonly presets: Readonly<Record<string, string>>;
  /** US dollars at most. */
  readonly caps: {
    readonly call?: number | undefined;
    readonly day?: number | undefined;
    readonly client?: number | undefined;
  };
  /** Services to which a key was entered: so a key that the host lost is missed. */
  readonly keyed: readonly string[];
  /** How models are chosen where several can do it. */
  readonly policy: 'best' | 'cheapest' | 'fastest' | 'private';
  /** Whether sharpness and grain of a result are made as around it. */
  readonly grain: 'off' | 'subtle' | 'full';
  /** Models that stand for an operation, whatever fits better: by operation, the id of a model. */
  readonly pins: Readonly<Partial<Record<RunnableOperation, string | undefined>>>;
  /** For whom the retoucher works at present; empty where that is not said. */
  readonly client: string;
}
