import type { z } from 'zod';
import type { OperationId } from '../../routing/model';
import type { Operation } from '../operation';
import { remove } from './remove';

/** The operations that can be run. */
export const operations = { remove } satisfies Partial<Record<OperationId, Operation>>;
export type RunnableOperation = keyof typeof operations;

/** What the retoucher asked for. One member for each operation, once there are several. */
export const editRequest = remove.request;
export type EditRequest = z.infer<typeof editRequest>;
