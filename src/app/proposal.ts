import type { DocumentGlance } from '../host/host';
import { classify } from '../routing/classify';
import type { Draft, Proposal } from './state';

/** What the proposal looks at. */
export interface Situation {
  readonly document: DocumentGlance | undefined;
  readonly draft: Draft;
  /** Whether some model can be called for an operation. */
  readonly canDo: (operation: Draft['operation']) => boolean;
}

/** The operation that fits selection, references and prompt; what nobody can be asked to do is not proposed. */
export function proposalFor({ document, draft, canDo }: Situation): Proposal {
  const fitting = fittingFor(draft, document?.selection === undefined ? 'nothing' : 'something');
  return canDo(fitting.operation) ? fitting : { operation: 'remove', because: 'needs-no-key' };
}

function fittingFor({ prompt, references }: Draft, selected: 'something' | 'nothing'): Proposal {
  const roles = references.map(({ role }) => role);
  if (roles.includes('style')) return { operation: 'style', because: 'style' };
  const hasWords = prompt.trim() !== '';
  if (selected === 'nothing') return { operation: 'instruct', because: hasWords ? 'prompt' : 'nothing' };
  if (roles.includes('product')) return { operation: 'replace', because: 'product' };
  if (!hasWords) return { operation: 'remove', because: 'selection' };
  return classify('inpaint', prompt, roles) === 'removal'
    ? { operation: 'remove', because: 'removal' }
    : { operation: 'inpaint', because: 'selection-prompt' };
}

/** While Inlay chooses, the draft does what is proposed. */
export function following(draft: Draft, { operation }: Proposal): Draft {
  if (draft.operationBy === 'you' || draft.operation === operation) return draft;
  return { ...draft, operation, model: 'auto' };
}
