import type { z } from 'zod';
import type { OperationId } from '../routing/model';

/** What an operation says about itself. */
export interface Operation<Id extends OperationId = OperationId, Request extends z.ZodType = z.ZodType> {
  readonly id: Id;
  readonly label: string;
  readonly request: Request;
  /** Whether something has to be selected; `none`: what is selected plays no part. */
  readonly mask: 'required' | 'optional' | 'none';
  /** `nothing`: the picture is made, not edited. */
  readonly source: 'document' | 'nothing';
  /** What a model that takes instructions is told when the retoucher says nothing. */
  readonly instruction: string;
}

export function operation<Id extends OperationId, Request extends z.ZodType>(
  what: Operation<Id, Request>,
): Operation<Id, Request> {
  return what;
}
