import { emptyDraft } from '../../src/app/draft';
import { initialState } from '../../src/app/initialState';
import type { AppState, Job, Offer, Result } from '../../src/app/state';
import type { DocumentId, JobId } from '../../src/base/ids';

/** A document with a selection, ready to run; every part can be another. */
export function aState(change: Partial<AppState> = {}): AppState {
  return {
    ...initialState,
    document: aDocument,
    draft: aDraft(),
    proposal: { operation: 'remove', because: 'selection' },
    offer: ready,
    ...change,
  };
}

export function aDraft(change: Partial<AppState['draft']> = {}): AppState['draft'] {
  return { ...emptyDraft, grow: 8, feather: 6, ...change };
}

type DocumentGlance = NonNullable<AppState['document']>;

export const aDocumentWithoutSelection: DocumentGlance = {
  kind: 'document',
  document: documentId(1),
  title: 'meadow.psd',
  size: { width: 6000, height: 4000 },
  depth: 16,
  profile: 'Adobe RGB (1998)',
};

export const aDocument: DocumentGlance = {
  ...aDocumentWithoutSelection,
  selection: { left: 100, top: 200, right: 512, bottom: 805 },
};

export const ready: Offer = {
  kind: 'ready',
  model: 'Inlay Local',
  modelId: 'inlay-local',
  pinned: 'no',
  reason: 'Works offline',
  price: 'Free',
  priceEach: 'Free',
  scale: 'native',
  additions: [],
  runnerUp: undefined,
  choices: [],
  sent: { width: 784, height: 1168 },
};

export function aJob(state: Job['state'], steps: Job['steps'] = []): Job {
  return { id: jobId('job'), operation: 'remove', documentTitle: 'meadow.psd', state, steps };
}

export function aResult(id: string, change: Partial<Result> = {}): Result {
  return {
    id: jobId(id),
    operation: 'remove',
    documentTitle: 'meadow.psd',
    before: { address: `data:before-${id}`, width: 400, height: 300 },
    after: { address: `data:after-${id}`, width: 400, height: 300 },
    model: 'Inlay Local',
    price: 'Free',
    verdict: { kind: 'fits', sentence: 'Fits.' },
    measures: [{ label: 'Edge', value: '1.04' }],
    placing: false,
    ...change,
  };
}

export const aPlacedRecord: AppState['placed'][number] = {
  id: jobId('placed'),
  title: 'Remove · wires.psd',
  detail: 'Placed 14:02 · Inlay Local · free',
  picture: { address: 'data:placed', width: 40, height: 30 },
};

/** Ids are branded so that nobody makes them up; tests may. */
export function jobId(text: string): JobId {
  return text as JobId;
}

function documentId(number: number): DocumentId {
  return number as DocumentId;
}
