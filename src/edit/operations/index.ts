import { z } from 'zod';
import type { OperationId } from '../../routing/model';
import type { Operation } from '../operation';
import { generate } from './generate';
import { inpaint } from './inpaint';
import { instruct } from './instruct';
import { outpaint } from './outpaint';
import { remove } from './remove';
import { replace } from './replace';
import { style } from './style';

/** The operations that can be run. */
export const operations = { instruct, inpaint, remove, outpaint, style, replace, generate } satisfies Partial<
  Record<OperationId, Operation>
>;
export type RunnableOperation = keyof typeof operations;

const known = Object.keys(operations).map((id) => `“${id}”`);

/** What the retoucher asked for: each operation has its own fields and refuses others. */
export const editRequest = z.discriminatedUnion(
  'operation',
  [
    instruct.request,
    inpaint.request,
    remove.request,
    outpaint.request,
    style.request,
    replace.request,
    generate.request,
  ],
  { error: `there is no such operation; it can be ${known.slice(0, -1).join(', ')} or ${known.at(-1) ?? ''}` },
);
export type EditRequest = z.infer<typeof editRequest>;
