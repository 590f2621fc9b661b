import type { z } from 'zod';
import type { OperationId } from '../../routing/model';
import type { Operation } from '../operation';
import { remove } from './remove';

export const operations = { remove } satisfies Record<OperationId, Operation>;

/** What the retoucher asked for. One member for each operation, once there are several. */
export const editRequest = remove.request;
export type EditRequest = z.infer<typeof editRequest>;
