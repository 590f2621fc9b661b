import type { EditModel } from '../routing/model';
import { local } from './local';

/** Every model that can be called. */
export const models: readonly EditModel[] = [local];
