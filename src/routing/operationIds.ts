import type { OperationId } from './model';

/** All operations, in the order in which they are offered. */
export const operationIds = [
  'instruct',
  'inpaint',
  'remove',
  'outpaint',
  'style',
  'replace',
  'generate',
] as const satisfies readonly OperationId[];
