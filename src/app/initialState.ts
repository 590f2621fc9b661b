import { InlayError } from '../base/errors';
import { emptyDraft } from './draft';
import { explain } from './explain';
import { defaultSettings } from './settings';
import type { AppState } from './state';

/** Before anything is known. */
export const initialState: AppState = {
  view: 'edit',
  document: undefined,
  draft: emptyDraft,
  showable: [],
  proposal: { operation: 'remove', because: 'needs-no-key' },
  offer: { kind: 'blocked', why: explain(new InlayError('host.no-document', {})) },
  job: undefined,
  results: [],
  placed: [],
  notice: undefined,
  settings: defaultSettings,
  services: [],
  spending: { ledger: 'kept', day: 0, month: 0, client: 0, unsure: 0 },
  learned: [],
  catalog: 'built-in',
};
