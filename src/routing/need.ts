import type { OperationId, ReferenceRole } from './model';
import { classify, type Pattern } from './classify';
import { readPrompt } from './readPrompt';

/** What is asked of a model, as far as the choice depends on it. */
export interface Need {
  readonly operation: OperationId;
  readonly pattern: Pattern;
  readonly mask: 'none' | 'hard' | 'soft';
  /** Pixels that may change, in the document. */
  readonly area: number;
  readonly references: readonly ReferenceRole[];
  /** Whether letters are to stand in the picture. */
  readonly text: 'none' | 'wanted';
  /** How many things the prompt asks for. */
  readonly clauses: number;
  /** `structure`: something is moved, turned, resized or seen from elsewhere. */
  readonly change: 'surface' | 'structure';
  /** Edits that the region already went through in a row. */
  readonly passes: number;
}

/** What is known of an edit before any pixel is read. */
export interface Asked {
  readonly operation: OperationId;
  readonly prompt: string;
  readonly mask: Need['mask'];
  /** Pixels that may change, in the document. */
  readonly area: number;
  readonly references: readonly ReferenceRole[];
  readonly passes: number;
}

export function needOf(asked: Asked): Need {
  const { operation, prompt, mask, area, references, passes } = asked;
  return {
    operation,
    pattern: classify(operation, prompt, references),
    mask,
    area,
    references,
    ...readPrompt(operation, prompt),
    passes,
  };
}
